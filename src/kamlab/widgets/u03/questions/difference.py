"""Questions on what sets an offer apart (C45)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

COMMODITY = Question(
    id="commodity",
    concepts=("C45",),
    prompt=N_("When is what you sell to a customer a commodity?"),
    answers=(
        wrong(
            N_("When a rival makes it to the same standard"),
            N_(
                "The product is then alike. The offer need not be: stock, people and processes come with it, "
                "and the customer may pay for those."
            ),
        ),
        wrong(
            N_("When the buyer says that it is"),
            N_(
                "A buyer is paid to say so. Her plant may think otherwise: ask there, and put the "
                "differences in money."
            ),
        ),
        right(
            N_("When no difference from the next best offer is worth anything to this customer"),
            N_(
                "Right: then only the reference price is left to talk about. It can hold for one customer "
                "and not for another."
            ),
        ),
        wrong(
            N_("When the margins in its market are low"),
            N_(
                "Low margins may come from high costs or from generous discounts, and some makers of plain "
                "commodities earn well."
            ),
        ),
    ),
)

VALUE = Sum(
    id="value",
    concepts=("C45",),
    prompt=N_(
        "The best that a customer could buy instead costs 500,000 EUR a year. Changing to it would cost her "
        "40,000 EUR a year. Your service saves her 30 hours of standstill at 2,000 EUR. Your drives use more "
        "power, for 15,000 EUR. What is your offer worth to her, in EUR a year?"
    ),
    unit=N_("{n} EUR"),
    value=585_000.0,
    tolerance=500.0,
    why=N_(
        "500,000 + 40,000 + 30 × 2,000 − 15,000 = 585,000 EUR. At this price she gains nothing by changing; "
        "below it, the rest is hers."
    ),
    slips=(
        (615_000.0, N_("You added the power. It is a difference in the rival's favour and has to come off.")),
        (545_000.0, N_("You left out what changing would cost her. It is no merit of yours, but it counts.")),
        (85_000.0, N_("That is what the differences are worth together. The reference price comes first.")),
        (600_000.0, N_("You left out the power. A customer who does her sums will not.")),
    ),
)

DIFFERENT = Question(
    id="different",
    concepts=("C45", "C51"),
    prompt=N_(
        "True or false, and why: 'Every product can be made different, so every supplier should make its own "
        "different.'"
    ),
    answers=(
        wrong(
            N_("True: whoever sells on price alone goes under"),
            N_(
                "Some sell on price and earn well, because their costs are the lowest. What fails is a "
                "commodity's price with a speciality's costs."
            ),
        ),
        wrong(
            N_("True: customers are always willing to pay for something better"),
            N_("They pay for what is better for them. Touch screens on a drive in a sealed box are not."),
        ),
        wrong(
            N_("False: goods are commodities or specialities by nature"),
            N_(
                "The same drive is a commodity to one customer and not to the next, who needs it within a "
                "day."
            ),
        ),
        right(
            N_("False: a difference pays only if customers value it at more than it costs"),
            N_(
                "Right: possible and profitable are two things. Where nobody would pay for a difference, be "
                "cheap, and have the costs for it."
            ),
        ),
    ),
)
