from attack import Attack

_TEXT = """
3 ** (10 ** 9)
"""
ATTACK = Attack(
    "a computation that looks at no signal",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
