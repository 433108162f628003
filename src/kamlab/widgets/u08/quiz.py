"""The self-check of unit 8: eleven questions (C29, C31, C48, C50)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u08.questions import columns, scale, shelf, steady

quiz = Quiz(
    "u08-quiz",
    1,
    N_("Check yourself: consignment stock and both sides' costs"),
    (
        columns.CUT,
        columns.SHARED,
        shelf.OWNER,
        shelf.HOARD,
        shelf.ALLOT,
        shelf.PROMISE,
        steady.POOL,
        steady.CURE,
        columns.DESK,
        scale.LINKS,
        scale.GROW,
    ),
)
