import small_course as small
from attack import Attack

ATTACK = Attack(
    "the answers to another case",
    answers=small.answers("mallory", pick="second").replace(b"u01", b"u02"),
    reason="belongs to case u02, not u01",
)
