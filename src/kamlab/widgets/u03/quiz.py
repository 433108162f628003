"""The self-check of unit 3: eleven questions (C45, C46, C47, C51)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u03.questions import better, difference, peace, price

quiz = Quiz(
    "u03-quiz",
    1,
    N_("Check yourself: the opposite of a commodity"),
    (
        difference.COMMODITY,
        difference.VALUE,
        difference.DIFFERENT,
        price.CUT,
        price.LOST,
        price.TENDER,
        price.BIDDERS,
        peace.UNDERCUT,
        peace.PEACE,
        better.LASTING,
        better.ENGINEER,
    ),
)
