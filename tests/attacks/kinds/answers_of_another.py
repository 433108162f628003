import small_course as small
from attack import Attack

ATTACK = Attack(
    "the answers of another trainee",
    answers=small.answers("next", pick="second"),
    reason="which is not mallory's",
    figure="figure = sum(orders)",
)
