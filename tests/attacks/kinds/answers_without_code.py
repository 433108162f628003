import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers without a case code, of somebody else",
    answers=small.answers("next", code="", pick="second"),
    reason="names the trainee 'next', not 'mallory'",
    figure="figure = sum(orders)",
)
