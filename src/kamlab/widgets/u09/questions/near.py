"""Questions on what stays local (C33, C35)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

SHARE = Sum(
    id="share",
    concepts=("C35",),
    prompt=N_(
        "A service costs a local firm 50 EUR and a global chain 44 EUR. To the customers who mind most, "
        "somebody from here is worth 20 EUR more. Which share of the customers stays with the local firm?"
    ),
    unit=N_("{n} %"),
    value=45.0,
    tolerance=0.5,
    why=N_("½ − 6 / (6 × 20) = 0.45. To take all, the chain would have to be cheaper by 60 EUR."),
    slips=(
        (55.0, N_("The sign has slipped: it is the dearer firm that gets less than half.")),
        (
            35.0,
            N_(
                "You divided by 2 × 20, as if both asked their cost. Both add a margin, and the dearer firm "
                "adds less; so only a third of the difference reaches the customer."
            ),
        ),
        (0.0, N_("The cheaper firm takes all only if it is cheaper by three times 20 EUR.")),
    ),
)

STAYS = Question(
    id="stays",
    concepts=("C35",),
    prompt=N_(
        "A global rival can do all of these a fifth more cheaply than you. Where should you expect to keep "
        "much of your business?"
    ),
    many=True,
    answers=(
        wrong(
            N_("Standard fuses, ordered on the web and sent by parcel"),
            N_("Distance costs the customer next to nothing here. A fifth is plenty."),
        ),
        right(
            N_("Getting a stopped bottling line to run again within the hour"),
            N_("Right: each minute of waiting costs the customer more than the price does."),
        ),
        right(
            N_("Training operators in their own language at their own machines"),
            N_("Right: near may also mean a language, and who knows the machine."),
        ),
        wrong(
            N_("Catalogue motors for a buyer who takes a lorry load a year"),
            N_("He plans a year ahead and has a ramp. What could nearness be worth to him?"),
        ),
    ),
)

IMPORTS = Question(
    id="imports",
    concepts=("C33",),
    prompt=N_(
        "About 11 % of what American consumers spend can be traced to imports. What may a manager conclude?"
    ),
    answers=(
        right(
            N_("Most of what they buy is made and sold at home, by whomever"),
            N_("Right: the figure is about places. It is silent on owners, and on other countries."),
        ),
        wrong(
            N_("About 89 % of what they buy comes from local firms"),
            N_("The shop next door may belong to a chain. The figure does not say who owns what."),
        ),
        wrong(
            N_("Foreign rivals can be neglected in every market"),
            N_("An average hides much: in clothes and shoes most is imported."),
        ),
        wrong(
            N_("In Norway and Belgium the share will be about the same"),
            N_("Small countries import more; they cannot make everything at home."),
        ),
    ),
)
