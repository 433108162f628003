"""Questions on what customers earn (C44, C60)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

WHALE = Question(
    id="whale",
    concepts=("C44",),
    prompt=N_("A firm's whale curve peaks at 131 % of the year's profit. What does that say?"),
    answers=(
        wrong(
            N_("Without the loss makers, profit would rise by 31 %"),
            N_(
                "Only if all of their service cost went with them. The committed part stays as unused "
                "capacity."
            ),
        ),
        wrong(
            N_("31 % of the accounts lose money"),
            N_("The height shows profit. How many accounts lose money is read along the horizontal axis."),
        ),
        wrong(
            N_("Profit grew by 31 % over last year"),
            N_("The curve shows one period. It compares accounts, not years."),
        ),
        right(
            N_("The profitable accounts earn 131 % of the profit; the others lose 31 % again"),
            N_("Right: the way from the peak down to 100 % is what the loss makers cost."),
        ),
    ),
)

DECLINE = Sum(
    id="decline",
    concepts=("C44", "C60"),
    prompt=N_(
        "An account contributes 30,000 EUR a year before service and costs 50,000 EUR to serve; half of "
        "that cost could be freed within a year. By how much does the year's profit change when you decline "
        "the account?"
    ),
    unit=N_("{n} EUR"),
    value=-5000.0,
    tolerance=1.0,
    why=N_(
        "0.5 × 50,000 EUR is freed and 30,000 EUR of contribution is lost: the loss maker helped to carry "
        "fixed cost."
    ),
    slips=(
        (20_000.0, N_("That is the loss on paper. Only half of the service cost goes with the account.")),
        (5000.0, N_("The amount is right, the sign is not: more is lost than is freed.")),
        (-30_000.0, N_("You counted what is lost and forgot the service cost that is freed.")),
        (25_000.0, N_("You counted what is freed and forgot the contribution that is lost.")),
    ),
)

PURPOSE = Question(
    id="profit",
    concepts=("C44",),
    prompt=N_(
        "True or false, and why: 'Value management is a service to customers; profit is not its business.'"
    ),
    answers=(
        wrong(
            N_("True: profit is made by production and finance"),
            N_(
                "They keep the books of it. Most of what decides it is settled between the account and its "
                "manager."
            ),
        ),
        wrong(
            N_("True: whoever thinks of profit cannot serve"),
            N_("Unprofitable service ends sooner or later, to the customer's harm too."),
        ),
        right(
            N_("False: its role is profit, by creating value that both sides share"),
            N_(
                "Right: it earns by cutting both sides' costs and by adding value that the customer pays for."
            ),
        ),
        wrong(
            N_("False: its role is to win every order, whatever the price"),
            N_(
                "Orders at any price turn a product into a commodity. That is the opposite of value "
                "management."
            ),
        ),
    ),
)
