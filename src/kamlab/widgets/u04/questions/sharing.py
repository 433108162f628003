"""Questions on gain and risk, and on what is reached together (C05, C07, C08)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PRICE = Sum(
    id="price",
    concepts=("C07", "C05"),
    prompt=N_(
        "Target cost 200,000 EUR, target profit 20,000 EUR, ceiling 250,000 EUR; the provider bears 40 % of "
        "every difference. The work costs 260,000 EUR. What does the customer pay?"
    ),
    unit=N_("{n} EUR"),
    value=250_000.0,
    tolerance=500.0,
    why=N_(
        "260,000 + 20,000 − 0.4 × 60,000 = 256,000 EUR, but the ceiling is 250,000 EUR. The provider is past "
        "the point of total assumption and loses 10,000 EUR."
    ),
    slips=(
        (256_000.0, N_("The sharing is right. But what protects the customer from the last euros?")),
        (280_000.0, N_("You passed on the whole overrun and the profit, as if nothing had been shared.")),
        (220_000.0, N_("That is the target price, which is paid only if the work costs what was expected.")),
        (244_000.0, N_("You took the customer's part, 60 %, for the provider's.")),
    ),
)

WIN_WIN = Question(
    id="win-win",
    concepts=("C07",),
    prompt=N_("Which of these contracts are win-win?"),
    many=True,
    answers=(
        right(
            N_(
                "The customer gains 40,000 EUR and the provider 2,000 EUR against what each would otherwise "
                "do, and both could bear the worst year"
            ),
            N_("Right: it is lopsided, but both are better off. Win-win does not mean equal."),
        ),
        wrong(
            N_(
                "The customer saves 30,000 EUR and the provider earns 10,000 EUR with people who would earn "
                "20,000 EUR elsewhere"
            ),
            N_("The provider loses 10,000 EUR against its other work. It will find that out."),
        ),
        wrong(
            N_("Both gain 20,000 EUR on average, and one bad year in ten ruins the provider"),
            N_(
                "An average is no help to a firm that is gone, and the customer then stands without a "
                "provider."
            ),
        ),
        right(
            N_("Both gain 5,000 EUR against their alternatives, and the worst year costs each 15,000 EUR"),
            N_("Right, if both can bear a year like that. Small and sound is a win for two."),
        ),
    ),
)

JOINT = Sum(
    id="joint",
    concepts=("C08",),
    prompt=N_(
        "Alone, a drive maker can earn 20,000 EUR with a new service and its data partner 40,000 EUR; "
        "together they can earn 100,000 EUR. What is the drive maker's Shapley value?"
    ),
    unit=N_("{n} EUR"),
    value=40_000.0,
    tolerance=100.0,
    why=N_(
        "Coming first it adds 20,000 EUR, coming second 100,000 − 40,000 = 60,000 EUR; the mean is "
        "40,000 EUR. Each gets what it could earn alone and half of the 40,000 EUR that only both can earn."
    ),
    slips=(
        (50_000.0, N_("Halves of the whole. The partner, who can do more alone, would be paid for less.")),
        (
            100_000 / 3,
            N_("You divided in proportion to what each earns alone. The rest needs both alike."),
        ),
        (60_000.0, N_("That is what it adds when it comes second, and the partner's value by chance.")),
        (20_000.0, N_("For that it need not join. Half of what only both can earn is missing.")),
    ),
)
