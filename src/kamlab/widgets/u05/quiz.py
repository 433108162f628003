"""The self-check of unit 5: eleven questions (C10, C11, C12, C22 to C26, C28, C61)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u05.questions import edge, middle, poles, tenders

quiz = Quiz(
    "u05-quiz",
    1,
    N_("Check yourself: competitive purchasing and the two poles"),
    (
        tenders.RESHAPE,
        poles.PAIRING,
        poles.FLOOR,
        poles.POLES,
        poles.DOMINATE,
        edge.ATTRACT,
        edge.POOLED,
        middle.LENGTH,
        middle.COVER,
        middle.SECOND,
        middle.FEW,
    ),
)
