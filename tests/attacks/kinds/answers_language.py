import small_course as small
from attack import Attack

ATTACK = Attack(
    "a language that is a path",
    answers=small.answers("mallory", lang="../../../../etc/passwd", pick="second"),
    points={"pick": 2.0},
)
