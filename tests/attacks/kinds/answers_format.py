import small_course as small
from attack import Attack

ATTACK = Attack(
    "a format of the future",
    answers=small.answers("mallory", pick="second").replace(b'"schema": 1', b'"schema": 1e308'),
    reason="not an answers file",
)
