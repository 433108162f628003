from attack import Attack

_TEXT = """
class Kind(type):
    __name__ = property(lambda cls: 1 / 0)
class Silent(Exception, metaclass=Kind):
    def __str__(self): raise self
    __repr__ = __str__
raise Silent
"""
ATTACK = Attack(
    "an error whose own words, name and class fail", figure=_TEXT, points={"pick": 2.0}, reason="figure"
)
