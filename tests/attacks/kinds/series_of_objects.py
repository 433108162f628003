from attack import Attack

_TEXT = """
class Lie:
    __class__ = float
    def __sub__(self, other): return 0.0
table = pd.Series({"a": Lie(), "b": Lie()}, dtype=object)
"""
ATTACK = Attack("a real Series of false numbers", table=_TEXT, points={"pick": 2.0})
