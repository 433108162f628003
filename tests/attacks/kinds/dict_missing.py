from attack import Attack
from pieces import CLOSE

_TEXT = """
class Everything(dict):
    def __missing__(self, name): return Close(0)
    def items(self): return [(name, self[name]) for name in "ab"]
table = Everything()
"""
ATTACK = Attack(
    "a dict that makes up whatever is looked for",
    table=CLOSE + _TEXT,
    points={"pick": 2.0},
    reason="no data but Everything",
)
