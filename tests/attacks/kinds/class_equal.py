from attack import Attack

_TEXT = """
class Kind(type):
    def __eq__(cls, other): return print(other) or True
    __hash__ = type.__hash__
class figure(metaclass=Kind): pass
"""
ATTACK = Attack("a class that equals everything, in place of a number", figure=_TEXT, points={"pick": 2.0})
