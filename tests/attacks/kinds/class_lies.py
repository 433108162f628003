from attack import Attack

_TEXT = """
class Lie:
    __class__ = float
    def __sub__(self, other): return 0.0
table = {"a": Lie(), "b": Lie()}
"""
ATTACK = Attack("an object that says it is a number", table=_TEXT, points={"pick": 2.0})
