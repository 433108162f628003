"""Questions on supply that goes on (C29)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

POOL = Sum(
    id="pool",
    concepts=("C29",),
    prompt=N_(
        "Three plants keep safety stock of two standard deviations each. The deviations are 20, 20 and 10 "
        "pieces a week and have nothing to do with each other. How many pieces does one store for all save?"
    ),
    unit=N_("{n} pieces"),
    value=40.0,
    tolerance=0.5,
    why=N_(
        "Apart: 2 × (20 + 20 + 10) = 100. Together: 2 × √(400 + 400 + 100) = 2 × 30 = 60. One store saves 40."
    ),
    slips=(
        (20.0, N_("You forgot to take two deviations.")),
        (60.0, N_("That is what one store still needs. The question asks what it saves.")),
        (0.0, N_("So it would be if all three swung together. Here they do not.")),
        (100.0, N_("That is what the three need apart. One store needs some as well.")),
    ),
)

CURE = Question(
    id="cure",
    concepts=("C29",),
    prompt=N_(
        "Supplier A fails about four times a year, for two or three days. Supplier B fails about once in ten "
        "years, for three months. You can afford one measure for each. Which?"
    ),
    answers=(
        wrong(
            N_("Stock against both, and more of it against B"),
            N_("Three months of stock lie there for ten years, and run out if it takes four."),
        ),
        wrong(
            N_("A second source against both"),
            N_("To keep a second firm ready for two days a quarter is dear; a few days of stock do it."),
        ),
        right(
            N_("A little stock against A, a second source against B"),
            N_("Right: stock is made for short gaps; for long ones somebody else must be able to deliver."),
        ),
        wrong(
            N_("A second source against A, which fails often; nothing against B, which hardly ever does"),
            N_("How often is half of the question. How long is the other half, and the dearer one."),
        ),
    ),
)
