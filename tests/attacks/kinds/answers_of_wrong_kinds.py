import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers of a kind that was not asked for",
    answers=small.answers("mallory", pick=["first", "second"], share={"points": 4}, other=True, figure=12),
)
