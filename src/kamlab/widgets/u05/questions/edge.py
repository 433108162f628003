"""Questions on small buyers and what they can do (C22, C23)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

ATTRACT = Question(
    id="attract",
    concepts=("C22", "C23"),
    prompt=N_(
        "A workshop buys too little to be anybody's key account. Which of these would make it more welcome "
        "to a supplier at little cost to itself?"
    ),
    many=True,
    answers=(
        right(
            N_("Ordering once a month, on the web, in whole boxes"),
            N_("Right: the supplier's cost to serve falls, and with it the reason to look away."),
        ),
        wrong(
            N_("Splitting its orders among four suppliers so that each has to compete"),
            N_("A small order cut in four is four smaller orders. Nobody competes for crumbs."),
        ),
        right(
            N_("Ordering together with other workshops"),
            N_("Right: what none of them is alone, they may be together."),
        ),
        wrong(
            N_("Asking for an account manager of its own"),
            N_("That raises the cost to serve which keeps suppliers away. Ask for less, not for more."),
        ),
    ),
)

POOLED = Sum(
    id="pooled",
    concepts=("C23",),
    prompt=N_(
        "For its orders and stock of drives one workshop pays 3,000 EUR a year and another 4,000 EUR, each "
        "at its own best order size. An order costs the same, whoever is in it. What do both pay together if "
        "they always order together, again at the best size?"
    ),
    unit=N_("{n} EUR"),
    value=5000.0,
    tolerance=1.0,
    why=N_(
        "The squares of the costs add up: 3,000² + 4,000² = 5,000². Each pays in proportion to its square: "
        "1,800 EUR and 3,200 EUR."
    ),
    slips=(
        (7000.0, N_("That is what they pay apart. One order in place of two saves part of it.")),
        (3500.0, N_("Half would be saved only if stock cost nothing. It still has to be held.")),
        (4000.0, N_("That is the larger one alone; it has the smaller one's stock to pay for as well.")),
    ),
)
