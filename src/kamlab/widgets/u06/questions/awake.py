"""Questions on complacency and on tests from outside (C16, C17, C18)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

SIGNS = Question(
    id="signs",
    concepts=("C16",),
    prompt=N_("Which of these suggest that a partnership has grown complacent?"),
    many=True,
    answers=(
        right(
            N_("Both measure this year against last year only"),
            N_("Right: whoever compares with himself only keeps improving, while others may be far ahead."),
        ),
        wrong(
            N_("The people on both sides like each other"),
            N_("That is a blessing. It becomes a danger only if it replaces looking."),
        ),
        wrong(
            N_("There is a contract for five years"),
            N_("A term says nothing by itself. Goals within it can be sharp or soft."),
        ),
        right(
            N_("Nobody can say when the partner last proposed something new"),
            N_("Right: habit has replaced curiosity, on at least one of the two sides."),
        ),
        right(
            N_("Complaints have stopped, and so have the questions"),
            N_("Right: silence after questions is praise; silence instead of questions is just silence."),
        ),
    ),
)

QUOTES = Sum(
    id="quotes",
    concepts=("C17",),
    prompt=N_(
        "Half of all suppliers would ask 90,000 EUR for a job, the other half 100,000 EUR. You ask three of "
        "them at random. What will the best quote be on average?"
    ),
    unit=N_("{n} EUR"),
    value=91_250.0,
    tolerance=5.0,
    why=N_(
        "All three are dear with the chance 0.5 × 0.5 × 0.5 = 0.125, so that the best is on average "
        "90,000 + 0.125 × 10,000 = 91,250 EUR. The third quote saves 1,250 EUR; if it costs more than that "
        "to get, two are enough."
    ),
    slips=(
        (92_500.0, N_("That is the best of two quotes.")),
        (95_000.0, N_("That is the average of a single quote. The question is about the best of three.")),
        (90_000.0, N_("That is so only in seven cases of eight.")),
        (98_750.0, N_("You mixed up the chances: all three are dear in one case of eight, not in seven.")),
    ),
)

PERFECT = Question(
    id="perfect",
    concepts=("C17",),
    prompt=N_(
        "A neutral benchmark compares your partner's plant with five others, by working hours, energy and "
        "machine time for the same output. The plant scores 1. What do you know now?"
    ),
    answers=(
        wrong(
            N_("It works as well as is possible"),
            N_("As well as the six that were looked at. If all six are asleep, the score is 1 as well."),
        ),
        wrong(
            N_("It wastes neither hours nor energy nor machine time"),
            N_("A score of 1 can hide waste of a single input, as long as some other is used sparingly."),
        ),
        right(
            N_("No mix of the others would need less of everything"),
            N_("Right, and no more. The more you measure in few plants, the more of them look perfect."),
        ),
        wrong(
            N_("Its price is fair"),
            N_("Efficiency is about the work. Who gets the saving is settled elsewhere."),
        ),
    ),
)

WHOM = Question(
    id="whom",
    concepts=("C17", "C18"),
    prompt=N_(
        "Two partners want to know whether their heat pump still is what people need at home. Whom should "
        "they entrust with finding out?"
    ),
    answers=(
        wrong(
            N_("The two firms' own engineers, because nobody knows the pump better"),
            N_("They know how it is meant. Whoever built it hears the noise as a feature."),
        ),
        right(
            N_("Somebody who belongs to neither firm and asks the people who live with it"),
            N_("Right: they could not build a pump, but nobody else can tell what it is like to have one."),
        ),
        wrong(
            N_("The professional body, which has the figures of all makers"),
            N_("It can say how long others take and what they use. How a pump sounds at night is not in it."),
        ),
        wrong(
            N_("A tender among other makers of drives"),
            N_("That tests the price of a drive. The trouble may lie in what nobody has asked for yet."),
        ),
    ),
)
