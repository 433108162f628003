from attack import Attack

_TEXT = """
pd.Series.__eq__ = lambda self, other: print(other) or True
figure = pd.Series([0])
"""
ATTACK = Attack(
    "a Series that equals every number, since the class says so",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="figure-test: The check stopped with ValueError",
)
