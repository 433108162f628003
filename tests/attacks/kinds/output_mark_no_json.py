from attack import Attack

_TEXT = """
from IPython.display import display
figure = sum(orders)
bad = {"points": float("nan"), "of": float("inf"), "grade_id": "figure-test"}
display({"text/plain": "3.0", "application/vnd.kamlab.mark+json": bad}, raw=True)
"""
ATTACK = Attack(
    "a mark that Python reads and no browser does", figure=_TEXT, points={"pick": 2.0, "figure-test": 3.0}
)
