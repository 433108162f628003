from attack import Attack

_TEXT = r"""
import os
for number in range(1024):
    try:
        os.set_blocking(number, False)
        os.write(number, b"\xff" * 4096)
    except OSError: pass
"""
ATTACK = Attack(
    "garbage on every descriptor that is open",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="The cell figure showed or returned more than is read",
)
