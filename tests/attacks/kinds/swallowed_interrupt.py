from attack import Attack

_TEXT = """
while True:
    try:
        while True: pass
    except BaseException: pass
"""
ATTACK = Attack(
    "a loop that no interrupt ends",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
