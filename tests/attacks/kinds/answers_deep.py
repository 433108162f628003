import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers in lists in lists",
    answers=small.answers("mallory", pick="second").replace(b'"second"', b"[" * 5000 + b"]" * 5000),
    reason="answers.json",
)
