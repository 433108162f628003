from attack import Attack
from pieces import WIRE

_TEXT = """
def total(values):
    sock.close()
    return 3
"""
ATTACK = Attack(
    "to hang up in the middle of a test",
    total=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with",
)
