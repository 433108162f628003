"""Questions on contacts across firms, the flow of supply and the value manager (C42, C63, C64)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

KNOT = Question(
    id="knot",
    concepts=("C42",),
    prompt=N_(
        "All contact with your best customer runs through one account manager, who does it very well. What "
        "is the soundest first step?"
    ),
    answers=(
        wrong(
            N_("Give her a deputy who sits in on every call"),
            N_("Two at the knot are still a knot. The deputy learns the calls, not the work behind them."),
        ),
        wrong(
            N_("Let everybody talk to everybody at the customer"),
            N_("Every contact takes hours. Most of these would carry no work and end in copied messages."),
        ),
        wrong(
            N_("Have her write down all that she knows"),
            N_("Useful, and out of date by summer. What is missing is people who know one another."),
        ),
        right(
            N_("Join the two or three pairs of counterparts whose work waits for her most often"),
            N_("Right: it takes few hours, shortens the longest queue, and leaves her time for the rest."),
        ),
    ),
)

INDEX = Sum(
    id="index",
    concepts=("C42",),
    prompt=N_(
        "Between two firms there are 20 contacts: 8 cross the boundary and 12 stay inside a firm. What is "
        "the E-I index?"
    ),
    unit=N_("{n}"),
    value=-0.2,
    tolerance=0.005,
    why=N_("(8 − 12) / (8 + 12) = −4 / 20 = −0.2. A little more talk stays at home than crosses."),
    slips=(
        (0.2, N_("The sign: those that cross come first, those that stay inside are subtracted.")),
        (0.4, N_("That is the share of contacts that cross. The index subtracts those that do not.")),
        (-4.0, N_("Now divide by all 20 contacts, so that large and small networks compare.")),
    ),
)

FLOW = Question(
    id="flow",
    concepts=("C63",),
    prompt=N_(
        "The customer's marketing knows three weeks before your planner what end users buy. Which of these "
        "improve the flow of supply?"
    ),
    many=True,
    answers=(
        right(
            N_("The customer's marketing tells your planner directly"),
            N_("Right: each handing-over that disappears takes a week, and a part of the swing, with it."),
        ),
        wrong(
            N_("A monthly meeting of both general managers on forecasts"),
            N_("It adds two more hands and up to a month. The news is needed where the orders are made."),
        ),
        right(
            N_("Your own sales and purchasing plan the same weeks together"),
            N_("Right: the flow also stops between two desks of one firm, and nobody there has a contract."),
        ),
        wrong(
            N_("Your planner reacts more strongly to each order that comes in"),
            N_("That makes the swing larger. Orders are an echo; what he lacks is what end users buy."),
        ),
    ),
)

CRAFT = Question(
    id="craft",
    concepts=("C64", "C40"),
    prompt=N_(
        "True or false, and why: 'A value manager is a key account manager with a better title, so our best "
        "sellers are value managers already.'"
    ),
    answers=(
        wrong(
            N_("True: the best sellers have always thought of the customer's profit"),
            N_("Some have. Can they also judge a supplier's cost, and the risk of having only one?"),
        ),
        right(
            N_("False: the task has a second column, and needs the buyer's craft as well"),
            N_(
                "Right: cost, risk and alternatives besides needs and worth, and the sum of both sides. The "
                "best buyers are equally near to it, and equally far."
            ),
        ),
        wrong(
            N_("False: value managers must not belong to either firm"),
            N_("At Bose the supplier paid them. Not the employer counts, but open books and a shared sum."),
        ),
        wrong(
            N_("True: if customers use the new title, the change has taken place"),
            N_("Titles spread faster than work. Ask which figures would stay where they are without it."),
        ),
    ),
)
