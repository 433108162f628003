from attack import Attack

_TEXT = """
from IPython.display import display
for number in range(5_000): display(number)
"""
ATTACK = Attack(
    "five thousand displays",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
