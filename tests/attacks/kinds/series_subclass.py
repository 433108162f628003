from attack import Attack
from pieces import CLOSE

_TEXT = """
class Column(pd.Series):
    def to_dict(self): return {"a": Close(0), "b": Close(0)}
table = Column({"a": 0.0, "b": 0.0})
"""
ATTACK = Attack(
    "a Series that writes other figures than it holds",
    table=CLOSE + _TEXT,
    points={"pick": 2.0},
    reason="no data but Column",
)
