from attack import Attack

_TEXT = """
import os, time
for _ in range(40):
    if os.fork() == 0:
        taken = bytes([1]) * (24 << 20)
        time.sleep(60)
time.sleep(60)
"""
ATTACK = Attack(
    "many children that take little memory each",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="MB of memory",
)
