import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers that are no text",
    answers=small.answers("mallory", pick="second").replace(b"second", b"\xff\xfe"),
    reason="is damaged",
)
