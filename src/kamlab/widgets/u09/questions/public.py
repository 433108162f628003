"""Questions on public services (C34)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

SALE = Question(
    id="sale",
    concepts=("C34",),
    prompt=N_(
        "A town's own firm serves heat pumps beside three private ones, and is as good at it as they are. An "
        "adviser has worked out that selling it would raise the sum of all gains by 2,000 EUR a year. What "
        "should the council ask first?"
    ),
    answers=(
        wrong(
            N_("Whether 2,000 EUR is enough to be worth the trouble"),
            N_("The small sum may hide two large ones. First see what it is the sum of."),
        ),
        right(
            N_("What households lose, what firms gain, and whether one will make it good to the other"),
            N_("Right: prices rise and profits rise by more. The sum does not say who pays whom."),
        ),
        wrong(
            N_("Whether private firms are not cheaper anyway"),
            N_("Here they are as good as the public one; and elsewhere the evidence is mixed."),
        ),
        wrong(
            N_("Whether the price for the firm covers its book value"),
            N_("What it cost once is past. What matters is what changes with the sale."),
        ),
    ),
)

LOTS = Question(
    id="lots",
    concepts=("C34",),
    prompt=N_(
        "A town contracts out the care of its parks. Which of these make it likelier that local firms get "
        "the work?"
    ),
    many=True,
    answers=(
        right(
            N_("Ten lots, one for each park, in place of one for all"),
            N_("Right: a lot that one van can serve can be won by a firm with one van."),
        ),
        wrong(
            N_("A bank guarantee of twice the yearly price from every bidder"),
            N_("It keeps out those whose bank is a small one."),
        ),
        wrong(
            N_("A contract of fifteen years, so that it is worth while to come"),
            N_("Worth while for whoever can wait and invest for so long: the large."),
        ),
        right(
            N_("A clear description of a mown lawn, and an answer by telephone within the hour"),
            N_("Right: what can be described can be offered by anybody, and nearness is asked for."),
        ),
    ),
)
