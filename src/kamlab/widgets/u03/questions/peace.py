"""Questions on price wars (C47)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

UNDERCUT = Question(
    id="undercut",
    concepts=("C47",),
    prompt=N_(
        "A rival has a margin of 25 %. If it undercuts you by five per cent, a fifth of its sales comes on "
        "top; the rest of your customers would stay. It needs cash and looks no further than this quarter. "
        "What does it do?"
    ),
    answers=(
        wrong(
            N_("It undercuts: who needs cash takes what there is"),
            N_(
                "There is nothing to take. It would give 5 of 25 away on all of its sales and need a quarter "
                "more of them to be even."
            ),
        ),
        wrong(
            N_("It undercuts: 20 % more sales for 5 % of the price is a bargain"),
            N_(
                "Sales are not profit. The extra sales earn 20 instead of 25 per cent, and so do all the "
                "others."
            ),
        ),
        right(
            N_("It holds: even at once, the cut gives away more than it wins"),
            N_(
                "Right: 5 / (25 − 5) is 25 %, and only 20 % would come. Where customers do not leave for the "
                "price, not even impatience starts a war."
            ),
        ),
        wrong(
            N_("It holds, but only if you threaten to answer"),
            N_("No threat is needed here. It is needed when more business would follow the lower price."),
        ),
    ),
)

PEACE = Question(
    id="peace",
    concepts=("C47",),
    prompt=N_(
        "You cannot always see whether a rival has cut its price. What helps to keep one misreading from "
        "becoming a war?"
    ),
    many=True,
    answers=(
        wrong(
            N_("Ring the rival's sales manager and clear it up"),
            N_("Competitors who settle prices with each other break the law, however good the intention."),
        ),
        right(
            N_("Let a first sign of a cut pass and find out what it was"),
            N_(
                "Right: what is let pass starts no echo. There is a limit: if too much is let pass, cutting "
                "pays."
            ),
        ),
        wrong(
            N_("Answer every sign of a cut for good, so that nobody dares"),
            N_(
                "A threat that never ends deters, until the first misreading sets it off. Then it never ends."
            ),
        ),
        right(
            N_("Go back to the old price once the rival has done so"),
            N_("Right: an answer has to end for the peace to return. Soon, short and limited is enough."),
        ),
        wrong(
            N_("Match at once every lower price that a buyer reports"),
            N_("Buyers report what is useful to them. Soon you will hear of many lower prices."),
        ),
    ),
)
