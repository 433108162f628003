from attack import Attack
from pieces import CLOSE

_TEXT = """
checks.figures_of = lambda value, column: {"a": Close(0), "b": Close(0)}
"""
ATTACK = Attack(
    "kamlab's own reading of a table, replaced in memory",
    table=CLOSE + _TEXT,
    points={"pick": 2.0},
    reason="A check read 'table', which the notebook had not made",
)
