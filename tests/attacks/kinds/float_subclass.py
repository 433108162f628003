from attack import Attack
from pieces import CLOSE

_TEXT = """
def total(values): return Close(0)
"""
ATTACK = Attack(
    "a function of numbers that are close to every other", total=CLOSE + _TEXT, points={"pick": 2.0}
)
