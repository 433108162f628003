"""The self-check of unit 4: eleven questions (C03 to C09)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u04.questions import handing, limits, promises, sharing

quiz = Quiz(
    "u04-quiz",
    1,
    N_("Check yourself: partnership outsourcing"),
    (
        handing.FUNCTION,
        sharing.PRICE,
        sharing.WIN_WIN,
        handing.PAPER,
        promises.PATIENCE,
        promises.LETTER,
        promises.PENALTY,
        promises.BALANCE,
        sharing.JOINT,
        limits.BEFORE,
        limits.DEPTH,
    ),
)
