"""The self-check of unit 1: ten questions (C01, C02, C44, C49, C58, C59, C60)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Answer, Question, Quiz, Sum
from kamlab.widgets.shell import Exercise, shown

_WHY_FIRMS = Question(
    id="why",
    concepts=("C01",),
    prompt=N_("Why does a firm take up key account management in the first place?"),
    answers=(
        Answer(
            N_("To give its best salespeople a better title"),
            right=False,
            why=N_(
                "A title without authority over service, price and process changes nothing for the customer."
            ),
        ),
        Answer(
            N_("To grow, and to be still there in ten years"),
            right=True,
            why=N_(
                "Right: growth and survival are the motive. A few customers carry most of the firm, so its "
                "future hangs on how well these relationships do."
            ),
        ),
        Answer(
            N_("To raise prices where customers depend on it"),
            right=False,
            why=N_(
                "That works until the customer finds another source; it shortens the relationship it lives "
                "on."
            ),
        ),
        Answer(
            N_("To treat all customers alike"),
            right=False,
            why=N_("It is the opposite: it treats a chosen few differently, and must be able to say why."),
        ),
    ),
)

_WHO_DECIDES = Question(
    id="driver",
    concepts=("C02",),
    prompt=N_(
        "True or false, and why: 'The suppliers with the most key account managers decide how key account "
        "management will develop.'"
    ),
    answers=(
        Answer(
            N_("True: who invests most sets the rules"),
            right=False,
            why=N_("Investment buys capacity. Whether it is wanted, the customer shows with the next order."),
        ),
        Answer(
            N_("True: customers adapt to what they are offered"),
            right=False,
            why=N_("Some do for a while. Those with a choice move to whoever meets their needs."),
        ),
        Answer(
            N_("False: many futures are possible, and customers decide which one comes"),
            right=True,
            why=N_(
                "Right: the customer drives. A supplier can only prepare for several futures and watch "
                "closely."
            ),
        ),
        Answer(
            N_("False: the future is fixed by technology"),
            right=False,
            why=N_(
                "Technology widens what is possible. Which part of it is paid for is the customer's decision."
            ),
        ),
    ),
)

_MULTIPLE = Sum(
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

_RETAIN = Question(
    id="retain",
    concepts=("C49",),
    prompt=N_("Which of these tend to keep a business customer for the right reason?"),
    many=True,
    answers=(
        Answer(
            N_("Spare parts held ready near the customer's line"),
            right=True,
            why=N_("Right: it takes a cost and a worry off the customer, and it is seen every week."),
        ),
        Answer(
            N_("A day at the races for the purchasing department"),
            right=False,
            why=N_("Pleasant, and gone the next day. It gives no one a reason to defend a higher price."),
        ),
        Answer(
            N_("A joint project that cuts stoppages in the customer's plant"),
            right=True,
            why=N_("Right: staying now saves the customer money, which a rival would have to make up for."),
        ),
        Answer(
            N_("A contract that makes leaving as costly as possible"),
            right=False,
            why=N_(
                "It holds the customer, it does not keep her: she will leave at the first chance, and warn "
                "others."
            ),
        ),
    ),
)

_WHALE = Question(
    id="whale",
    concepts=("C44",),
    prompt=N_("A firm's whale curve peaks at 131 % of the year's profit. What does that say?"),
    answers=(
        Answer(
            N_("Without the loss makers, profit would rise by 31 %"),
            right=False,
            why=N_(
                "Only if all of their service cost went with them. The committed part stays as unused "
                "capacity."
            ),
        ),
        Answer(
            N_("31 % of the accounts lose money"),
            right=False,
            why=N_(
                "The height shows profit. How many accounts lose money is read along the horizontal axis."
            ),
        ),
        Answer(
            N_("Profit grew by 31 % over last year"),
            right=False,
            why=N_("The curve shows one period. It compares accounts, not years."),
        ),
        Answer(
            N_("The profitable accounts earn 131 % of the profit; the others lose 31 % again"),
            right=True,
            why=N_("Right: the way from the peak down to 100 % is what the loss makers cost."),
        ),
    ),
)

_DECLINE = Sum(
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

_PURPOSE = Question(
    id="profit",
    concepts=("C44",),
    prompt=N_(
        "True or false, and why: 'Value management is a service to customers; profit is not its business.'"
    ),
    answers=(
        Answer(
            N_("True: profit is made by production and finance"),
            right=False,
            why=N_(
                "They keep the books of it. Most of what decides it is settled between the account and its "
                "manager."
            ),
        ),
        Answer(
            N_("True: whoever thinks of profit cannot serve"),
            right=False,
            why=N_("Unprofitable service ends sooner or later, to the customer's harm too."),
        ),
        Answer(
            N_("False: its role is profit, by creating value that both sides share"),
            right=True,
            why=N_(
                "Right: it earns by cutting both sides' costs and by adding value that the customer pays for."
            ),
        ),
        Answer(
            N_("False: its role is to win every order, whatever the price"),
            right=False,
            why=N_(
                "Orders at any price turn a product into a commodity. That is the opposite of value "
                "management."
            ),
        ),
    ),
)

_CAPABILITY = Question(
    id="capability",
    concepts=("C58",),
    prompt=N_("Which of these is most likely a distinctive capability of a supplier of motor drives?"),
    answers=(
        Answer(
            N_("Customer software that anyone can license"),
            right=False,
            why=N_("Useful, but a rival has it next month. What all can buy sets no one apart."),
        ),
        Answer(
            N_("Delivery within the time agreed"),
            right=False,
            why=N_("Without it you are out, with it you are merely in: rivals deliver on time as well."),
        ),
        Answer(
            N_("Teams that halve the start-up time of a customer's new line, as no rival has managed"),
            right=True,
            why=N_(
                "Right: customers value it, rivals lack it, and it rests on years of practice that are hard "
                "to copy."
            ),
        ),
        Answer(
            N_("The largest advertising budget of the industry"),
            right=False,
            why=N_(
                "Money can be matched. A capability is something that a firm does better than others can."
            ),
        ),
    ),
)

_FACTOR = Question(
    id="factor",
    concepts=("C59", "C58"),
    prompt=N_(
        "What would it mean for key account management to be a critical success factor of industrial "
        "marketing?"
    ),
    answers=(
        Answer(
            N_("One firm alone has mastered it"),
            right=False,
            why=N_(
                "That would be a distinctive capability, which belongs to a firm. Both may hold of the same "
                "thing."
            ),
        ),
        Answer(
            N_("Whoever does it badly will hardly succeed in that market"),
            right=True,
            why=N_(
                "Right: a critical success factor belongs to the market. Everyone who competes there needs "
                "it."
            ),
        ),
        Answer(
            N_("It guarantees success to all who adopt it"),
            right=False,
            why=N_(
                "It is needed, it is not enough: the product, the cost and the customer must fit as well."
            ),
        ),
        Answer(
            N_("It is the one factor that counts"),
            right=False,
            why=N_(
                "A market has several such factors. For a customer who buys on price alone, cost comes first."
            ),
        ),
    ),
)

_SUITS = Question(
    id="suits",
    concepts=("C60", "C02"),
    prompt=N_("For which of these accounts should a supplier rather not run key account management?"),
    many=True,
    answers=(
        Answer(
            N_("A large buyer that puts every order out to auction and refuses joint work"),
            right=True,
            why=N_("Right: size does not make a key account. The customer must want the relationship, too."),
        ),
        Answer(
            N_("A small buyer whose margin would not pay for the account manager"),
            right=True,
            why=N_("Right: it is better served well and simply, at a cost that its orders carry."),
        ),
        Answer(
            N_("A fast-growing buyer with whom the supplier is not yet strong"),
            right=False,
            why=N_("That is a key account in the making: worth an investment in becoming stronger there."),
        ),
        Answer(
            N_("A large buyer that wants to share plans and cut costs together"),
            right=False,
            why=N_("Here it suits both sides: this is what it was made for."),
        ),
    ),
)

QUIZ = Quiz(
    "u01-quiz",
    1,
    "u01",
    N_("Check yourself: which customers decide our future"),
    (
        _WHY_FIRMS,
        _WHO_DECIDES,
        _MULTIPLE,
        _RETAIN,
        _WHALE,
        _DECLINE,
        _PURPOSE,
        _CAPABILITY,
        _FACTOR,
        _SUITS,
    ),
)
DEFINITION = QUIZ.definition()


def exercise() -> Exercise:
    """The self-check of unit 1."""
    return shown(DEFINITION)
