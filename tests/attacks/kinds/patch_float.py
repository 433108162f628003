from attack import Attack

_TEXT = """
import builtins
class Near:
    def __sub__(self, other): return 0.0
builtins.float = Near
table = {"a": Near(), "b": Near()}
"""
ATTACK = Attack(
    "another class under the name of float",
    table=_TEXT,
    points={"pick": 2.0},
    reason="'table', which is no data",
)
