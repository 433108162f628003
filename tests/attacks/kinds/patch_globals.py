from attack import Attack

_TEXT = """
import builtins
class Names(dict):
    def get(self, name, default=None): return Same()
class Same:
    def __eq__(self, other): return print(other) or True
builtins.globals = Names
"""
ATTACK = Attack(
    "globals() of her own, through which the test reads names",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
