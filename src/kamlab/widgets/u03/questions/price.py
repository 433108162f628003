"""Questions on price cuts and tenders (C46)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

CUT = Sum(
    id="cut",
    concepts=("C46",),
    prompt=N_(
        "A product leaves a contribution margin of 30 % of its price. You grant five per cent. By how many "
        "per cent must the volume rise so that your profit is what it was?"
    ),
    unit=N_("{n} %"),
    value=20.0,
    tolerance=0.2,
    why=N_(
        "After the cut, each unit earns 25 instead of 30 per cent of the old price: 0.05 / (0.30 − 0.05) = "
        "0.20."
    ),
    slips=(
        (5.0, N_("Five per cent more volume does not even keep the revenue, let alone the profit.")),
        (5.26, N_("That keeps the revenue. But the extra pieces cost something to make.")),
        (16.67, N_("You divided by the margin before the cut. The extra pieces are sold at the new price.")),
        (14.29, N_("That would be a rise: you added the cut to the margin instead of taking it off.")),
    ),
)

LOST = Question(
    id="lost",
    concepts=("C46", "C45"),
    prompt=N_(
        "Where does bargaining over the price alone destroy value, rather than move it from one side to the "
        "other?"
    ),
    many=True,
    answers=(
        wrong(
            N_("Five per cent off the price"),
            N_(
                "That moves: what the seller loses, the buyer gains. It hurts one of them and destroys "
                "nothing."
            ),
        ),
        right(
            N_("Eight quotations a day for one order every other week"),
            N_("Right: both sides pay for the writing and the reading, and nothing is made of it."),
        ),
        right(
            N_("A better design that the supplier keeps to itself, because the form has no box for it"),
            N_("Right: it would have been worth more to the buyer than the last per cent of the price."),
        ),
        wrong(
            N_("An order that goes from a dear maker to a cheap one"),
            N_(
                "That creates value, where the goods are really alike: the same thing is made at a lower "
                "cost."
            ),
        ),
        right(
            N_("A test bench that is not built, because next year another supplier may have the job"),
            N_("Right: whoever may be out in a year invests only in what pays within a year."),
        ),
    ),
)

TENDER = Question(
    id="tender",
    concepts=("C46",),
    prompt=N_("True or false, and why: 'A buyer who cares about value should not hold tenders.'"),
    answers=(
        wrong(
            N_("True: competition among suppliers erodes value"),
            N_(
                "Competition finds the cheaper maker. What erodes is the value that nobody asks for, and "
                "that depends on the form of the tender."
            ),
        ),
        right(
            N_(
                "False: for goods that are easy to describe a tender works, and it can score more than the "
                "price"
            ),
            N_(
                "Right: the case against it is strong where the task is complex, bidders are few, and the "
                "suppliers know more about it than the buyer."
            ),
        ),
        wrong(
            N_("True: a good negotiator gets the same price from one supplier"),
            N_(
                "Rarely. Under fairly general conditions, one more bidder is worth more than skill at the "
                "table."
            ),
        ),
        wrong(
            N_("False: the lowest bid is the best value as long as the minimum standard is met"),
            N_(
                "What lies above the minimum is then worth nothing to a bidder, and she gets none of it. To "
                "give it points is better."
            ),
        ),
    ),
)

BIDDERS = Question(
    id="bidders",
    concepts=("C46",),
    prompt=N_(
        "Suppliers' costs lie anywhere between 300,000 and 420,000 EUR. With a fourth bidder the mean price "
        "of a tender falls by 12,000 EUR. Where does the saving come from?"
    ),
    answers=(
        right(
            N_("Half of it is a cheaper maker; the other half is the winner's margin"),
            N_(
                "Right: the lowest of the costs falls by 6,000 EUR on average, and the winner has to ask for "
                "6,000 EUR less on top of it."
            ),
        ),
        wrong(
            N_("All of it is a cheaper maker"),
            N_("Only half is. More bidders also leave the winner less room above its cost."),
        ),
        wrong(
            N_("All of it is taken from the winner's margin"),
            N_("Only half is. Among more bidders the cheapest is also cheaper to begin with."),
        ),
        wrong(
            N_("It cannot be said, but a fifth bidder will save as much again"),
            N_("Each further bidder saves less: the fifth 8,000 EUR. What it costs to bid does not fall."),
        ),
    ),
)
