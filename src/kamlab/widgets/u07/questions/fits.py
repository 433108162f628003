"""Questions on where a loyal understanding fits (C20)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PARTS = Question(
    id="parts",
    concepts=("C20",),
    prompt=N_("For which of these small suppliers does a loyal understanding fit?"),
    many=True,
    answers=(
        wrong(
            N_(
                "The only maker of your patented sensor, next door: eleven months to replace it, half of "
                "your margin stops without it"
            ),
            N_("Near is not enough. One failure would end the firm, however well they get on."),
        ),
        right(
            N_("A printer of labels, twenty minutes away, replaced within a month"),
            N_("Right: near, and a failure would be a nuisance. Here the model costs and risks little."),
        ),
        right(
            N_(
                "A foundry half an hour away on which you spend a lot; two others could be approved in six "
                "weeks"
            ),
            N_(
                "Right: much money is not the same as much risk. What counts is what stops, and for how long."
            ),
        ),
        wrong(
            N_("A maker of cheap screws nine hours away, of whom there are fifty"),
            N_(
                "Not critical, but the engineers and the small lots would cost more than screws can save. "
                "Let them bid."
            ),
        ),
    ),
)

DISTANCE = Sum(
    id="distance",
    concepts=("C20",),
    prompt=N_(
        "You spend 200,000 EUR a year with a supplier two hours away. Next door development would save 15 % "
        "of it; with the distance the saving shrinks evenly, to nothing at eight hours. It takes 16 "
        "engineers' days a year at 500 EUR. What remains for both sides together?"
    ),
    unit=N_("{n} EUR a year"),
    value=14_500.0,
    tolerance=10.0,
    why=N_("200,000 × 15 % × (1 − 2 / 8) = 22,500 EUR, less 16 × 500 = 8,000 EUR for the engineers."),
    slips=(
        (22_500.0, N_("You forgot the engineers.")),
        (22_000.0, N_("You forgot the distance: two hours of eight take away a quarter of the saving.")),
        (30_000.0, N_("That is the saving next door, before distance and engineers.")),
        (-500.0, N_("A quarter of the saving is lost, not three quarters.")),
    ),
)

FLAG = Question(
    id="flag",
    concepts=("C20",),
    prompt=N_(
        "True or false, and why: 'Loyal understanding is a local model; outside Japan it does not work.'"
    ),
    answers=(
        wrong(
            N_("True: it needs a culture in which a promise counts for more than a contract"),
            N_(
                "A promise of orders lowers the supplier's discount rate anywhere. Suppliers in America "
                "learned in the same way."
            ),
        ),
        wrong(
            N_("False: with video calls distance no longer matters"),
            N_("In data on cars, parts from farther away had more defects and improved more slowly."),
        ),
        wrong(
            N_("True: it presupposes shares in each other"),
            N_("Where the part can be replaced soon, no shares are needed, and few suppliers have them."),
        ),
        right(
            N_("False: it has to be near a plant, in whatever country the plant stands"),
            N_("Right: Toyota and Honda took it to America, and taught suppliers there."),
        ),
    ),
)
