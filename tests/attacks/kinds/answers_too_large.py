import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers of two megabytes",
    answers=small.answers("mallory", pick="second", note="x" * (2 << 20)),
    reason="at most 1.0 MB are read",
    figure="figure = sum(orders)",
)
