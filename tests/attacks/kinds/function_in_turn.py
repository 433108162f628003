from attack import Attack
from pieces import CLOSE

_TEXT = """
answers = iter([3, Close(0), Close(0)])
def total(values): return next(answers)
"""
ATTACK = Attack(
    "a function that gives another kind of object at each call", total=CLOSE + _TEXT, points={"pick": 2.0}
)
