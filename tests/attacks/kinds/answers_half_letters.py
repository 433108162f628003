import small_course as small
from attack import Attack

_WHOLE = small.answers("mallory", pick="\ud800", share="\0", note="small")
ATTACK = Attack(
    "answers with letters that are none",
    answers=_WHOLE.replace(b"small", b"\\ud800"),
    figure="figure = sum(orders)",
    points={"figure-test": 3.0},
)
