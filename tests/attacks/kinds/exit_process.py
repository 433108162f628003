from attack import Attack

_TEXT = """
import os
print(3.0, flush=True)
os._exit(0)
"""
ATTACK = Attack(
    "to end the process before anything is tested",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
