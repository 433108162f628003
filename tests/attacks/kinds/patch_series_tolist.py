from attack import Attack
from pieces import CLOSE

_TEXT = """
pd.Series.tolist = lambda self: [Close(0), Close(0)]
pd.Series.items = lambda self: iter([("a", Close(0)), ("b", Close(0))])
pd.Series.to_dict = lambda self: dict(self.items())
table = pd.Series({"a": 0.0, "b": 0.0})
"""
ATTACK = Attack(
    "a Series whose class lists other figures than it holds", table=CLOSE + _TEXT, points={"pick": 2.0}
)
