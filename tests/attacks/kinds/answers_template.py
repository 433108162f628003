import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers that name a place in a text",
    answers=small.answers("{0.__class__}", code="", lang="{secret}", pick="{0.__init__.__globals__}"),
    reason="names the trainee '{0.__class__}'",
)
