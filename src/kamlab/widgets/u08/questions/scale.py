"""Questions on lower cost and scale (C31)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

LINKS = Sum(
    id="links",
    concepts=("C31",),
    prompt=N_(
        "A part becomes 5 % cheaper. It is 20 % of what the customer's machine costs. When the machine's "
        "cost falls by one per cent, its price falls by half a per cent, and one per cent off the price "
        "brings two per cent more sales. By how many per cent do the machine's sales grow?"
    ),
    unit=N_("{n} %"),
    value=1.0,
    tolerance=0.02,
    why=N_("2 × 0.5 × 20 % × 5 % = 1 %. Each link of the chain takes something away."),
    slips=(
        (5.0, N_("You left out that the part is only a fifth of the machine.")),
        (2.0, N_("You took it that the whole saving is passed on.")),
        (0.5, N_("That is how far the machine's price falls. Its buyers react with twice as much.")),
        (10.0, N_("Two links are missing: the part's share of the machine, and what is passed on.")),
    ),
)

GROW = Question(
    id="grow",
    concepts=("C31",),
    prompt=N_(
        "Joint work has made your part cheaper than any rival's, and you pass on some of it. Where is most "
        "additional volume likely to come from?"
    ),
    answers=(
        wrong(
            N_("From people who buy more machines because your part in them is cheaper"),
            N_("The part is a small share of the machine, and not all is passed on. Little arrives."),
        ),
        right(
            N_("From what the customer, or the customer's customers, have bought from somebody dearer"),
            N_("Right: cost extends scale mainly where it wins a share, because it is lower than others'."),
        ),
        wrong(
            N_("From the customer's lower stocks, which it now fills up again"),
            N_("That is volume once, and the opposite of what the joint work was for."),
        ),
        wrong(
            N_("From nowhere: what is passed on is lost"),
            N_("Not if it keeps the customer, or wins its other orders. Compare it with that."),
        ),
    ),
)
