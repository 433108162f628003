"""The self-check of unit 7: eleven questions (C19, C20, C21, C30)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u07.questions import climb, core, fits, trust

quiz = Quiz(
    "u07-quiz",
    1,
    N_("Check yourself: loyal understanding"),
    (
        trust.HALFWAY,
        trust.PREMIUM,
        trust.LEAN,
        fits.PARTS,
        fits.DISTANCE,
        fits.FLAG,
        core.BETTER,
        core.TOOLS,
        core.IN_FACT,
        climb.PASSED,
        climb.SCHOOL,
    ),
)
