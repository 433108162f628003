from attack import Attack

_TEXT = """
import builtins
real = builtins.isinstance
builtins.isinstance = lambda value, kind: type(value) is Near or real(value, kind)
class Near:
    def __sub__(self, other): return 0.0
table = {"a": Near(), "b": Near()}
"""
ATTACK = Attack("a false number that isinstance() takes for a right one", table=_TEXT, points={"pick": 2.0})
