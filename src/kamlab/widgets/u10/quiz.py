"""The self-check of unit 10: eleven questions (C37 to C43, C62 to C64)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u10.questions import change, contacts, people

quiz = Quiz(
    "u10-quiz",
    1,
    N_("Check yourself: becoming a value manager"),
    (
        contacts.KNOT,
        contacts.INDEX,
        contacts.FLOW,
        change.MIRROR,
        change.CURVE,
        change.FOLLOW,
        change.OUTGROW,
        people.LOWEST,
        people.TASK,
        people.CAREER,
        contacts.CRAFT,
    ),
)
