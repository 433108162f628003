from attack import Attack

_TEXT = """
import time
time.sleep(86_400)
"""
ATTACK = Attack(
    "to sleep for a day",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
