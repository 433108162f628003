from attack import Attack

_TEXT = """
import os
def total(values): os._exit(0)
"""
ATTACK = Attack(
    "a function that ends the process in the middle of a test",
    total=_TEXT,
    points={"pick": 2.0},
    reason="total-test",
)
