import small_course as small
from attack import Attack

ATTACK = Attack(
    "a case code that is none",
    answers=small.answers("mallory", code="\x1b[2J" + "9" * 1000, pick="second"),
    reason="which is not mallory's",
)
