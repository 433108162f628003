from attack import Attack

_TEXT = """
class Endless(dict):
    def items(self):
        while True: yield 0, 0.0
    def __iter__(self): return iter(int, 1)
table = Endless()
"""
ATTACK = Attack(
    "a table that whoever lists it never comes to the end of",
    table=_TEXT,
    points={"pick": 2.0},
    reason="no data but Endless",
)
