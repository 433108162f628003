from attack import Attack

_TEXT = """
figure = "12" * 20_000_000
print(figure)
"""
ATTACK = Attack(
    "a text that is larger than anything read",
    figure=_TEXT,
    total="def total(values): return figure",
    table="table = {figure: figure}",
    points={"pick": 2.0},
    reason="more than is read",
)
