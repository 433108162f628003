from attack import Attack

_TEXT = """
import sys
sys.setrecursionlimit(1 << 30)
class Deep:
    def __repr__(self): return repr(self)
repr(Deep())
"""
ATTACK = Attack(
    "recursion until the stack of the interpreter overflows",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
