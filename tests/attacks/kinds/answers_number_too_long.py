import small_course as small
from attack import Attack

ATTACK = Attack(
    "a number of a hundred thousand digits",
    answers=small.answers("mallory", pick=7).replace(b"7}", b"7" * 100_000 + b"}"),
    reason="is damaged",
)
