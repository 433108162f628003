from attack import Attack
from pieces import CLOSE

_TEXT = """
pd.Series.to_dict = lambda self: {"a": Close(0), "b": Close(0)}
table = pd.Series({"a": 0.0, "b": 0.0})
"""
ATTACK = Attack(
    "a Series whose class writes other figures than it holds", table=CLOSE + _TEXT, points={"pick": 2.0}
)
