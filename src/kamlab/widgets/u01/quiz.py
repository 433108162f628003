"""The self-check of unit 1: ten questions (C01, C02, C44, C49, C58, C59, C60)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u01.questions import choosing, keeping, motives, profit

quiz = Quiz(
    "u01-quiz",
    1,
    N_("Check yourself: which customers decide our future"),
    (
        motives.WHY_FIRMS,
        motives.WHO_DECIDES,
        keeping.MULTIPLE,
        keeping.RETAIN,
        profit.WHALE,
        profit.DECLINE,
        profit.PURPOSE,
        choosing.CAPABILITY,
        choosing.FACTOR,
        choosing.SUITS,
    ),
)
