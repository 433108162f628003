from attack import Attack

_TEXT = """
from IPython.display import display
figure, deep = sum(orders), []
for _ in range(600): deep = [deep]
display({"text/plain": "3.0", "application/vnd.kamlab.mark+json": deep}, raw=True)
"""
ATTACK = Attack(
    "a mark of lists in lists, deeper than what reads a notebook goes",
    figure=_TEXT,
    points={"pick": 2.0, "figure-test": 3.0},
)
