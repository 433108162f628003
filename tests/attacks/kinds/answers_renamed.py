import small_course as small
from attack import Attack

from kamlab.data import case_code

ATTACK = Attack(
    "another's answers under its own name",
    answers=small.answers("mallory", code=case_code(small.SECRET, "next"), pick="second"),
    reason="which is not mallory's",
    figure="figure = sum(orders)",
)
