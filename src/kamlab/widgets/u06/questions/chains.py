"""Questions on synergy and on the wave in a chain (C13, C36)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PAYER = Sum(
    id="payer",
    concepts=("C13",),
    prompt=N_(
        "A common plan saves the buyer 50,000 EUR a year and costs the supplier 18,000 EUR, because it sets "
        "up its machines more often. The system for it costs 8,000 EUR a year, half for each. What is the "
        "least that the buyer must pay the supplier a year so that the supplier does not lose?"
    ),
    unit=N_("{n} EUR"),
    value=22_000.0,
    tolerance=50.0,
    why=N_(
        "18,000 EUR for the set-ups and 4,000 EUR for its half of the system. The buyer would still gain "
        "24,000 EUR, which is the whole synergy; how much more of it to hand over is a matter of bargaining."
    ),
    slips=(
        (18_000.0, N_("The supplier also pays half of the system.")),
        (24_000.0, N_("That is the synergy: what is left when everything is paid. How much must flow back?")),
        (34_000.0, N_("That divides the synergy into halves. The question asks for the least.")),
        (26_000.0, N_("You let the buyer pay for the whole system; the supplier bears only half of it.")),
    ),
)

CALM = Question(
    id="calm",
    concepts=("C36", "C13"),
    prompt=N_("Which of these make the wave smaller that arrives at the far end of a chain?"),
    many=True,
    answers=(
        wrong(
            N_("Every firm holds more stock, so that nothing can run out"),
            N_("Stock protects each firm against the wave. The orders behind it swing as before."),
        ),
        right(
            N_("All firms see what the end customers buy"),
            N_("Right: they forecast alike, and no firm adds its own forecast on top of another's."),
        ),
        wrong(
            N_("Forecasts that follow the newest sales at once"),
            N_("A short memory takes every accident for a trend and passes it on, enlarged."),
        ),
        right(
            N_("Shorter deliveries between the firms"),
            N_("Right: the shorter the pipeline, the less there is to fill when the forecast rises."),
        ),
        right(
            N_("Forecasts over more weeks"),
            N_("Right, at a price: when demand does turn, they notice late."),
        ),
    ),
)
