from attack import Attack

_TEXT = """
while True: pass
"""
ATTACK = Attack(
    "a loop that does not end",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
