from attack import Attack
from pieces import CLOSE

_TEXT = """
import builtins
builtins.sum = lambda values: Close(0)
def total(values): return sum(values)
"""
ATTACK = Attack(
    "an honest function over a sum() that is close to everything", total=CLOSE + _TEXT, points={"pick": 2.0}
)
