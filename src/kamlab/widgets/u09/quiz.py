"""The self-check of unit 9: eleven questions (C27, C32 to C35)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.u09.questions import claims, near, public, variety

quiz = Quiz(
    "u09-quiz",
    1,
    N_("Check yourself: global, local, public"),
    (
        variety.WHOSE,
        variety.ENTRY,
        variety.STEALING,
        near.SHARE,
        near.STAYS,
        near.IMPORTS,
        public.SALE,
        public.LOTS,
        claims.FIRST,
        claims.SPENDING,
        claims.VERDICT,
    ),
)
