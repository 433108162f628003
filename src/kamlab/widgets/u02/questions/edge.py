"""Questions on the edge in heart and mind (C57, C53)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

LINES = Question(
    id="lines",
    concepts=("C57",),
    prompt=N_(
        "A customer gives 50 points to 'keeps its word', 30 to 'thinks along' and 20 to 'knows us'. "
        "Perceived less expected is −1.0, +0.5 and +2.0; the weighted mean is +0.05. What follows?"
    ),
    answers=(
        wrong(
            N_("All is well: the mean is above zero"),
            N_(
                "The mean lets friendliness pay for broken promises. Customers keep the two in separate "
                "books."
            ),
        ),
        right(
            N_("Start with the promises: there the weight times the gap is lowest"),
            N_(
                "Right: 50 × −1.0 is the only line below zero, and the mind's half of the edge. The heart's "
                "half is more than safe."
            ),
        ),
        wrong(
            N_("Do more of what works best, knowing the customer"),
            N_("It is your largest lead and her smallest wish. More of it moves little."),
        ),
        wrong(
            N_("Promise less in all three, so that the gaps widen"),
            N_(
                "In the one line that is short, fewer promises may help. In the others you would only sound "
                "like less than you are, and customers also judge by what they think they will get."
            ),
        ),
    ),
)

LEAD = Sum(
    id="lead",
    concepts=("C57", "C53"),
    prompt=N_(
        "Your service gets better by 0.2 points every quarter. Each quarter, the customer's expectations "
        "close 40 % of the gap to what she perceives. At what gap does your lead settle?"
    ),
    unit=N_("{n} points"),
    value=0.5,
    tolerance=0.01,
    why=N_(
        "0.2 / 0.4 = 0.5: at that gap expectations rise by 0.4 × 0.5 = 0.2 points a quarter, as fast as you "
        "do. When you stop, it melts."
    ),
    slips=(
        (0.08, N_("You multiplied. Ask at which gap expectations rise by exactly 0.2 points a quarter.")),
        (0.2, N_("That is the lead if expectations caught up fully each quarter. They close only 40 %.")),
        (0.33, N_("You divided by the part that is left, 60 %. What counts is the part that is closed.")),
    ),
)
