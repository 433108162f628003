"""Questions on the middle group and its two worries (C24, C25, C26)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

LENGTH = Question(
    id="length",
    concepts=("C24",),
    prompt=N_(
        "True or false, and why: 'A middle-sized firm should sign no contract of five years; it ties both "
        "sides and helps nobody.'"
    ),
    answers=(
        right(
            N_("False: it lets one side spend money that is worth little with anybody else"),
            N_(
                "Right: without the contract it would not be spent, because afterwards the other side could "
                "bargain it away."
            ),
        ),
        wrong(
            N_("False: a long contract always brings a better price"),
            N_("A discount can be had for a single year. What is the return for tying the other four?"),
        ),
        wrong(
            N_("True: next year a rival may be cheaper"),
            N_("For a standard part, yes. A tool or a line made for one partner needs time to pay."),
        ),
        wrong(
            N_("True: partners who trust each other need no paper"),
            N_("Managers change, and banks read paper. The contract carries what trust alone would not."),
        ),
    ),
)

COVER = Question(
    id="cover",
    concepts=("C24", "C25"),
    prompt=N_(
        "A middle-sized buyer signs for five years with one supplier of a critical part. Which of these "
        "answer its worry that one day nothing comes?"
    ),
    many=True,
    answers=(
        wrong(
            N_("A high penalty for late delivery"),
            N_("It pays, if at all, after the line has stopped, and only if the supplier is still there."),
        ),
        right(
            N_("A second supplier, approved and kept in practice with a tenth of the volume"),
            N_("Right: it costs a little every year and is there on the day that matters."),
        ),
        right(
            N_("The right to have the part made elsewhere, with drawings and tools in safe keeping"),
            N_("Right: it shortens the outage even where a second source would not pay."),
        ),
        wrong(
            N_("A second supplier who buys the same chip from the same plant"),
            N_("Two names, one risk. Against what stops both, a second contract is no help."),
        ),
    ),
)

SECOND = Sum(
    id="second",
    concepts=("C25",),
    prompt=N_(
        "In a year something stops all suppliers at once with a chance of 2 %; otherwise each fails on its "
        "own with a chance of 10 %. If nothing comes at all, the buyer loses 1,000,000 EUR. By how much does "
        "a second supplier lower the expected loss?"
    ),
    unit=N_("{n} EUR a year"),
    value=88_200.0,
    tolerance=50.0,
    why=N_(
        "1,000,000 × 0.98 × (0.10 − 0.10²) = 88,200 EUR. The second helps when the first fails alone and it "
        "does not."
    ),
    slips=(
        (98_000.0, N_("You took it that the second never fails. One time in ten it does so, too.")),
        (90_000.0, N_("You left out the 2 % in which all stop at once and the second is of no use.")),
        (108_000.0, N_("Against what stops all at once the second supplier does not help.")),
        (29_800.0, N_("That is the loss that remains with two. The question asks how much is saved.")),
    ),
)

FEW = Sum(
    id="few",
    concepts=("C26",),
    prompt=N_(
        "A supplier sells 40 % to one customer and 20 % to each of three others. How many customers of equal "
        "size would leave it as dependent as it is?"
    ),
    unit=N_("{n} customers"),
    value=1 / 0.28,
    tolerance=0.03,
    why=N_("1 / (0.4² + 3 × 0.2²) = 1 / 0.28 = 3.57."),
    slips=(
        (4.0, N_("That is how many there are. They are not equal, so it feels like fewer.")),
        (2.5, N_("You looked at the largest only. The other three count as well.")),
        (0.28, N_("That is the index. Its reciprocal is the number of equal customers.")),
    ),
)
