from attack import Attack

_TEXT = """
figure = range(10**15)
"""
ATTACK = Attack(
    "a table with more rows than memory could hold",
    figure=_TEXT,
    total="def total(values): return pd.RangeIndex(10**15)",
    table="table = pd.DataFrame(index=pd.RangeIndex(10**15))",
    points={"pick": 2.0},
    reason="no data but range",
)
