from attack import Attack

_TEXT = """
figure = [pd.Series([0.0])] * 20
figure.extend([figure] * 20)
"""
ATTACK = Attack(
    "a list that holds itself so often that no copy of it ends",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="MB of memory",
)
