"""Questions on better people, products, processes and communication (C51)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

LASTING = Sum(
    id="lasting",
    concepts=("C51",),
    prompt=N_(
        "A new feature sets you apart by 50,000 EUR in its first year; then rivals copy it, and 40 % and 10 "
        "% of that remain. A better process is worth 30 %, 80 % and 90 % of 50,000 EUR in the same three "
        "years. How much more does the process bring over three years, in EUR?"
    ),
    unit=N_("{n} EUR"),
    value=25_000.0,
    tolerance=100.0,
    why=N_(
        "The feature brings 1.5 × 50,000 = 75,000 EUR, the process 2.0 × 50,000 = 100,000 EUR. In the first "
        "year the feature is ahead, after that the process is."
    ),
    slips=(
        (-35_000.0, N_("That is the first year alone. It is also how many budgets are decided.")),
        (40_000.0, N_("That is the third year alone. The feature earned its share before it was copied.")),
        (-25_000.0, N_("The amount is right, the sign is not: the process brings more.")),
    ),
)

ENGINEER = Question(
    id="engineer",
    concepts=("C51",),
    prompt=N_(
        "Your best engineer goes to a rival, and two customers go with her. What should have been done "
        "differently?"
    ),
    answers=(
        wrong(
            N_("Spend on machines and products rather than on people"),
            N_("A new product is known to rivals within about a year. People are among the slowest to copy."),
        ),
        wrong(
            N_("Keep customers from getting to know a single engineer"),
            N_("Ties to a person are often stronger than ties to a firm. To have none is no protection."),
        ),
        wrong(
            N_("Pay her whatever a rival would"),
            N_(
                "That is part of it, and a bidding war of its own. It leaves the two customers hanging on "
                "one person."
            ),
        ),
        right(
            N_("Let the customers' trust rest on several people and on a process, too"),
            N_(
                "Right: she brings the trust, the firm must give it more than one foot: a deputy, a record "
                "of what was achieved, a routine that works without her."
            ),
        ),
    ),
)
