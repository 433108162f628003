from attack import Attack

_TEXT = """
import sys
for number in range(30_000): print(number), print(number, file=sys.stderr)
"""
ATTACK = Attack(
    "sixty thousand lines",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
