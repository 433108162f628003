from attack import Attack

_TEXT = """
import builtins
builtins.all = lambda parts: True
table = {"a": 0.0, "b": 0.0}
"""
ATTACK = Attack("all() is content with anything", table=_TEXT, points={"pick": 2.0})
