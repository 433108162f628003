from attack import Attack

_TEXT = """
globals()[chr(0xD800)] = figure = chr(0xD800)
"""
ATTACK = Attack(
    "half a character in values, names and keys",
    figure=_TEXT,
    total="def total(values): return {figure: figure.encode('utf-8', 'surrogatepass')}",
    table="table = pd.Series({figure: 1.5}, name=figure)",
    points={"pick": 2.0},
)
