from attack import Attack
from pieces import WIRE

_TEXT = """
frame({"outputs": [], "raised": None})
frame({"value": {"!": "dict", "of": [[number * (2**61 - 1), 0] for number in range(12_000)]}})
"""
ATTACK = Attack(
    "numbers that a dict takes ages to tell apart",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with",
)
