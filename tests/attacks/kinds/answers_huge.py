import small_course as small
from attack import Attack

_HUGE = small.answers("mallory", pick="second", share=[1e308, -1e308, 10**300])
ATTACK = Attack(
    "answers that are very large numbers",
    answers=_HUGE.replace(b'"second"', b"9" * 4000),
)
