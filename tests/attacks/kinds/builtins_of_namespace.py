from attack import Attack

_TEXT = """
import builtins
__builtins__ = dict(vars(builtins), abs=lambda value: 0.0, all=lambda parts: True)
def total(values): return 3 if values else 0
table = {"a": 0.0, "b": 0.0}
"""
ATTACK = Attack(
    "a table of built-in functions of her own in the notebook's namespace", total=_TEXT, points={"pick": 2.0}
)
