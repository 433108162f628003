from attack import Attack
from pieces import WIRE

_TEXT = """
frame({"outputs": [], "raised": None, "points": 3.0, "text/plain": "3.0"})
frame({"value": 12, "points": 3.0})
"""
ATTACK = Attack(
    "answers before the questions; they are answers, no more",
    figure=WIRE + _TEXT,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="A check read 'total', which the notebook had not made",
)
