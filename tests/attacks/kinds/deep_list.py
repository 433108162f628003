from attack import Attack

_TEXT = """
figure = []
for _ in range(100_000): figure = [figure]
figure
"""
ATTACK = Attack(
    "lists in lists, deeper than anything that goes down into them",
    figure=_TEXT,
    total="def total(values): return figure",
    table="table = {'a': figure}",
    points={"pick": 2.0},
)
