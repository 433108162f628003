"""Questions on the balance between equals (C15)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

MEAN = Question(
    id="mean",
    concepts=("C15",),
    prompt=N_(
        "True or false, and why: 'Trust 1.0, risk 1.0, power 0.4: the mean is 0.8, so this partnership is in "
        "balance.'"
    ),
    answers=(
        right(
            N_("False: the weakest gauge says where it will break"),
            N_("Right: one side could dictate, however well the gains are shared as long as it does not."),
        ),
        wrong(
            N_("True: the strong gauges make up for the weak one"),
            N_("They do so in the mean only. Trust does not give the weaker partner anywhere else to go."),
        ),
        wrong(
            N_("False: power weighs more than trust and risk"),
            N_("Perhaps, but nobody has measured the weights. The conclusion must not hang on them."),
        ),
        wrong(
            N_("True: a partnership between firms of different size can never have more"),
            N_("Size is not dependence. A small maker of a part that nobody else makes may be the stronger."),
        ),
    ),
)

CLOSER = Question(
    id="closer",
    concepts=("C15",),
    prompt=N_(
        "A buyer depends on its supplier by 0.7, the supplier on the buyer by 0.2. Which step makes the two "
        "more equal and, besides, gives both more reason to stay?"
    ),
    answers=(
        wrong(
            N_("The buyer trains a second supplier for half of its need"),
            N_(
                "It makes them more equal by loosening the tie. That can be wise, but it is not the question."
            ),
        ),
        wrong(
            N_("The buyer gives the supplier all of its need, as a sign of trust"),
            N_("Then the buyer depends still more, and the gap grows. A sign of trust, and of little else."),
        ),
        right(
            N_("The supplier builds a line for this buyer, who commits to its volume"),
            N_(
                "Right: the supplier now has something to lose as well. The gap closes from below, and the "
                "sum of the two dependences grows."
            ),
        ),
        wrong(
            N_("The supplier wins other customers"),
            N_("Good for the supplier, but it depends even less on this buyer: the gap grows."),
        ),
    ),
)
