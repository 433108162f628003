from attack import Attack

_TEXT = """
import sys
print(3.0)
sys.exit(0)
"""
ATTACK = Attack(
    "to leave Python with all points",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="SystemExit",
)
