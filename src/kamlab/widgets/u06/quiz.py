"""The self-check of unit 6: eleven questions (C13 to C18, C36)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u06.questions import awake, chains, equals, shares

quiz = Quiz(
    "u06-quiz",
    1,
    N_("Check yourself: alliances in balance"),
    (
        chains.PAYER,
        chains.CALM,
        shares.PAPER,
        shares.BACKWARD,
        equals.MEAN,
        equals.CLOSER,
        awake.SIGNS,
        awake.QUOTES,
        awake.PERFECT,
        awake.WHOM,
        shares.LAW,
    ),
)
