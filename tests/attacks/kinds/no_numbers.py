from attack import Attack

_TEXT = """
figure = float("nan")
"""
ATTACK = Attack(
    "numbers that are none, in whatever compares or writes them",
    figure=_TEXT,
    total="def total(values): return figure if values else -1e999",
    table="table = pd.Series({'a': figure, 'b': 1e999})",
    points={"pick": 2.0},
)
