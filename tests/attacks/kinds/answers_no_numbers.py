import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers that are no numbers",
    answers=small.answers("mallory", pick=float("nan"), share=float("inf")),
    reason="is damaged",
)
