from attack import Attack

_TEXT = """
figure = 10**100_000
"""
ATTACK = Attack(
    "numbers too long to be written down",
    figure=_TEXT,
    total="def total(values): return 1 << 80_000_000",
    table="table = {figure: figure}",
    points={"pick": 2.0},
    reason="no data but int",
)
