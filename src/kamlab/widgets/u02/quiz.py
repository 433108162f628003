"""The self-check of unit 2: eleven questions (C52 to C57)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u02.questions import edge, needs, welcome, working

quiz = Quiz(
    "u02-quiz",
    1,
    N_("Check yourself: real needs, and feeling special"),
    (
        needs.REQUEST,
        needs.VALUE,
        needs.NEWEST,
        working.BEYOND,
        working.CONTRACT,
        welcome.MUST_BE,
        welcome.SPECIAL,
        welcome.CHAIN,
        welcome.EVERYONE,
        edge.LINES,
        edge.LEAD,
    ),
)
