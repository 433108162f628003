from attack import Attack

_TEXT = """
class Text(str):
    def __eq__(self, other): return print(other) or True
    __hash__ = str.__hash__
figure = Text("12")
"""
ATTACK = Attack(
    "a text that equals every number", figure=_TEXT, points={"pick": 2.0}, reason="no data but Text"
)
