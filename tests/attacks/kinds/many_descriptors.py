from attack import Attack

_TEXT = """
import os
held = [os.pipe() for _ in range(100_000)]
"""
ATTACK = Attack(
    "more open files than a process may have",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="Too many open files",
)
