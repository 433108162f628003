from attack import Attack

_TEXT = """
import os
while True:
    try: os.fork()
    except OSError: pass
"""
ATTACK = Attack(
    "to fork without end",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="MB of memory",
    seconds=1,
)
