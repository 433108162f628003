from attack import Attack

_TEXT = """
print("x" * 10_000_000)
"""
ATTACK = Attack(
    "one line of ten million letters",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
