from attack import Attack

_TEXT = """
import builtins
builtins.abs = lambda value: 0.0
def total(values): return 3 if values else 0
"""
ATTACK = Attack("every distance is 0, because abs() says so", total=_TEXT, points={"pick": 2.0})
