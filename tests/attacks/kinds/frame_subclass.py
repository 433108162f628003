from attack import Attack
from pieces import CLOSE

_TEXT = """
class Column(pd.Series):
    def to_dict(self): return {"a": Close(0), "b": Close(0)}
class Frame(pd.DataFrame):
    def __getitem__(self, name): return Column({"a": 0.0, "b": 0.0})
table = Frame({"share": {"a": 0.0, "b": 0.0}})
"""
ATTACK = Attack(
    "a table that hands out another column than it holds",
    table=CLOSE + _TEXT,
    points={"pick": 2.0},
    reason="no data but Frame",
)
