from attack import Attack
from pieces import WIRE

_TEXT = """
frame(b"[" * 200_000 + b"]" * 200_000)
"""
ATTACK = Attack(
    "an answer of lists in lists, deeper than any reader of JSON goes",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="The cell figure",
)
