from attack import Attack

_TEXT = """
figure = [0] * 10_000_000
"""
ATTACK = Attack(
    "more numbers than can be handed over in time",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="figure",
    seconds=1,
)
