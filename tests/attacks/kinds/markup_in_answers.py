import small_course as small
from attack import Attack

_EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
ATTACK = Attack(
    "script in the answers",
    answers=small.answers("mallory", pick=_EVIL, share=[_EVIL, {_EVIL: _EVIL}], **{_EVIL: _EVIL}),
    figure=f"figure = sum(orders)  # {_EVIL}",
    points={"figure-test": 3.0},
)
