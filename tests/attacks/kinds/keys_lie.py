from attack import Attack
from pieces import CLOSE

_TEXT = """
class Key:
    def __init__(self, name): self.name = name
    def __str__(self): return self.name
table = {Key("a"): Close(0), Key("b"): Close(0)}
"""
ATTACK = Attack("a table whose keys say they are others", table=CLOSE + _TEXT, points={"pick": 2.0})
