from attack import Attack
from pieces import WIRE

_TEXT = """
while True: frame({"value": 3.0})
"""
ATTACK = Attack(
    "frames without end, which nobody asked for",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with",
    seconds=1,
)
