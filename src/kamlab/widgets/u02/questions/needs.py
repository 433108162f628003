"""Questions on needs, and on what meets them (C52, C54)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

REQUEST = Question(
    id="request",
    concepts=("C52",),
    prompt=N_("Your largest customer asks for three per cent off the price. What comes first?"),
    answers=(
        wrong(
            N_("Grant it quickly, before a rival does"),
            N_(
                "Speed is the one thing that she did not ask for. You would pay before you know whether the "
                "price is what troubles her, and next year starts from the lower price."
            ),
        ),
        wrong(
            N_("Show her, with figures, how much research and care stand behind the price"),
            N_("That is your cost, not her need. She compares with what she could do instead."),
        ),
        right(
            N_("Find out what she would do instead, and what costs her most in her own work"),
            N_(
                "Right: the first sets the price that she compares with, the second shows what could be "
                "worth more to her than three per cent."
            ),
        ),
        wrong(
            N_("Add the newest model at the old price"),
            N_(
                "A present without a need behind it. It costs you money, and she still has a cheaper offer "
                "in the drawer."
            ),
        ),
    ),
)

VALUE = Sum(
    id="value",
    concepts=("C52", "C54"),
    prompt=N_(
        "For a year's drives, the next best supplier asks 500,000 EUR. To change would cost the customer "
        "20,000 EUR a year. Your engineer saves her 40,000 EUR a year, but your drives use 10,000 EUR more "
        "of power. What is your offer worth to her for the year?"
    ),
    unit=N_("{n} EUR"),
    value=550_000.0,
    tolerance=100.0,
    why=N_(
        "500,000 + 20,000 + 40,000 − 10,000 = 550,000 EUR: the price of the next best, and every difference "
        "with its sign."
    ),
    slips=(
        (530_000.0, N_("You left out what the change would cost her. It is a reason to stay.")),
        (570_000.0, N_("The power is a burden of your offer. It takes away from the worth.")),
        (510_000.0, N_("To change costs her money, so the difference speaks for you: add it.")),
        (
            50_000.0,
            N_("That is how much more it is worth than the next best. Add the price of the next best."),
        ),
    ),
)

NEWEST = Question(
    id="newest",
    concepts=("C54",),
    prompt=N_(
        "True or false, and why: 'A key account should get our newest technology and our most brilliant "
        "engineer.'"
    ),
    answers=(
        wrong(
            N_("True: anything less would look like disregard"),
            N_("What looks like regard to you looks like one more thing to learn to those who must use it."),
        ),
        right(
            N_("False: it should get what meets its needs, from people who know its plant"),
            N_(
                "Right: the newest is worth something where it meets a need, and part of an expert's skill "
                "is to know the place."
            ),
        ),
        wrong(
            N_("False: the newest is for customers who pay the list price"),
            N_(
                "If it meets a need, it can be worth more than it costs, and there is something to share. "
                "Withholding it helps neither side."
            ),
        ),
        wrong(
            N_("True: with enough features there is one for everybody"),
            N_(
                "Buyers think so until they use it. Each feature that meets no need costs you money and her "
                "patience."
            ),
        ),
    ),
)
