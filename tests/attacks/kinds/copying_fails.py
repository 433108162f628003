from attack import Attack

_TEXT = """
figure = pd.Series([12])
def fail(self): raise ZeroDivisionError("her own words")
pd.Series.tolist = fail
"""
ATTACK = Attack(
    "a value that fails when it is copied",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check could not read 'figure': ZeroDivisionError: her own words.",
)
