from attack import Attack
from pieces import WIRE

_TEXT = """
frame(b"[" + b"[]," * 2_000_000 + b"[]]")
"""
ATTACK = Attack(
    "a small answer that takes much memory to read",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="The cell figure showed or returned more than is read",
)
