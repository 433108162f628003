"""Questions on keeping customers (C49)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

MULTIPLE = Sum(
    id="multiple",
    concepts=("C49",),
    prompt=N_(
        "An account brings a margin of 100,000 EUR a year and stays with a probability of 80 % from year to "
        "year; you discount at 10 %. What are its future margins, from next year on, worth today without an "
        "end in time?"
    ),
    unit=N_("{n} EUR"),
    value=800_000 / 3,
    tolerance=1000.0,
    why=N_("0.80 / (1 + 0.10 − 0.80) = 2.67, times 100,000 EUR of yearly margin."),
    slips=(
        (
            1_000_000.0,
            N_("You divided the margin by the discount rate, as if the account could never leave."),
        ),
        (500_000.0, N_("You divided by the chance of leaving and left out the discount rate.")),
        (1_100_000 / 3, N_("You counted this year's margin too. The question starts with next year.")),
    ),
)

RETAIN = Question(
    id="retain",
    concepts=("C49",),
    prompt=N_("Which of these tend to keep a business customer for the right reason?"),
    many=True,
    answers=(
        right(
            N_("Spare parts held ready near the customer's line"),
            N_("Right: it takes a cost and a worry off the customer, and it is seen every week."),
        ),
        wrong(
            N_("A day at the races for the purchasing department"),
            N_("Pleasant, and gone the next day. It gives no one a reason to defend a higher price."),
        ),
        right(
            N_("A joint project that cuts stoppages in the customer's plant"),
            N_("Right: staying now saves the customer money, which a rival would have to make up for."),
        ),
        wrong(
            N_("A contract that makes leaving as costly as possible"),
            N_(
                "It holds the customer, it does not keep her: she will leave at the first chance, and warn "
                "others."
            ),
        ),
    ),
)
