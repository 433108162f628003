from attack import Attack

_TEXT = """
class Always:
    def __eq__(self, other): return print(other) or True
    def __sub__(self, other): return 0
def total(values): return Always()
"""
ATTACK = Attack("a function of things that equal everything", total=_TEXT, points={"pick": 2.0})
