from attack import Attack

_TEXT = """
import sys
class Lazy:
    def __eq__(self, other):
        names = sys._getframe(1).f_globals
        return print(names.get("hidden"), other) or other == int(names["hidden"][-2:])
figure = Lazy()
"""
ATTACK = Attack(
    "a value that is made up when it is compared, from the frames of the test",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no data but Lazy",
)
