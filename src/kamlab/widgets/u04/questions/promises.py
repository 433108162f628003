"""Questions on trust, price and power as controls (C04, C05, C06)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PATIENCE = Sum(
    id="patience",
    concepts=("C04",),
    prompt=N_(
        "A promise earns a provider 14,000 EUR a quarter if it is kept, 20,000 EUR once if it is broken, and "
        "4,000 EUR in every quarter after that. How much must a euro of next quarter be worth today, in per "
        "cent, so that the promise keeps itself?"
    ),
    unit=N_("{n} %"),
    value=37.5,
    tolerance=0.6,
    why=N_("(20,000 − 14,000) / (20,000 − 4,000) = 6/16. What is gained once, over what is at stake."),
    slips=(
        (62.5, N_("You put what is lost later on top. On top belongs what the breach gains at once.")),
        (30.0, N_("You divided by the whole gain of the breach. The provider keeps 4,000 EUR afterwards.")),
        (600 / 14, N_("You divided by what the promise earns. What stands below is 20,000 − 4,000.")),
    ),
)

LETTER = Question(
    id="letter",
    concepts=("C04",),
    prompt=N_(
        "A customer announces that a service will be put out to tender at the end of the year. The provider, "
        "so far faithful, begins to send its second-best people. What has happened?"
    ),
    answers=(
        wrong(
            N_("The provider is offended"),
            N_("Perhaps. But the same happens between people who like each other: look at the sums."),
        ),
        right(
            N_("The future that made the promise worth keeping has become shorter"),
            N_(
                "Right: the gain of a breach is the same as before, what it puts at risk is less. Nobody's "
                "character has changed."
            ),
        ),
        wrong(
            N_("It shows that trust was misplaced from the beginning"),
            N_("The promise held as long as the future was worth it. That is how trust controls."),
        ),
        wrong(
            N_("The penalty in the contract is too low"),
            N_(
                "A higher one may help, and will also be paid in honest quarters. The cause is the "
                "announcement."
            ),
        ),
    ),
)

PENALTY = Question(
    id="penalty",
    concepts=("C05",),
    prompt=N_(
        "A penalty of 5,000 EUR falls due whenever help comes late. One quarter in ten it is late through "
        "nobody's fault. What follows?"
    ),
    answers=(
        right(
            N_("Keeping the promise becomes dearer, too, so the penalty deters less than it seems to"),
            N_(
                "Right: an honest provider expects to pay 500 EUR a quarter and will want it back in the "
                "fee. Only the difference between guilt and bad luck deters."
            ),
        ),
        wrong(
            N_("Nothing: a firm that is honest does not pay penalties"),
            N_("It does, in one quarter of ten. It cannot change the weather."),
        ),
        wrong(
            N_("The customer earns 500 EUR a quarter, which is the purpose of a penalty"),
            N_("The fee will rise by as much. Its purpose is to change behaviour, not to earn money."),
        ),
        wrong(
            N_("The provider will come on time for fear of it, since money is what firms understand"),
            N_(
                "It may also learn that lateness can be bought. Day-care centres that fined late parents got "
                "more of them."
            ),
        ),
    ),
)

BALANCE = Question(
    id="balance",
    concepts=("C06",),
    prompt=N_(
        "A buyer gets 72 % of its drives from one supplier, which sells it 16 % of its output. Which steps "
        "make the two more equal?"
    ),
    many=True,
    answers=(
        wrong(
            N_("The supplier finds new customers, so that the buyer is 10 % of its sales"),
            N_("That makes the supplier freer, and it is the freer one already. The gap grows."),
        ),
        right(
            N_("The buyer has a second drive approved for its lines and orders a little of it"),
            N_("Right: it could go, and need not. That is what a second source is for."),
        ),
        wrong(
            N_("The buyer rewards good service and orders all of its drives from the supplier"),
            N_("Kind, and the gap grows: 100 % against a little more than 16 %."),
        ),
        right(
            N_("The supplier builds a plant that makes drives for this buyer alone"),
            N_(
                "Right: now the supplier needs the buyer more. Both are tied more closely, and more evenly; "
                "the supplier should ask for a long contract first."
            ),
        ),
    ),
)
