from attack import Attack

_TEXT = """
import time
def total(values): time.sleep(86_400)
"""
ATTACK = Attack(
    "a function that never answers the test",
    total=_TEXT,
    points={"pick": 2.0},
    reason="total-test",
    seconds=1,
)
