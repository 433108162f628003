from attack import Attack

_TEXT = """
import sys
def total(values):
    frame = sys._getframe(1)
    while frame:
        print(frame.f_globals.get("hidden"))
        frame.f_globals.update(abs=lambda value: 0.0, int=lambda text: None)
        frame = frame.f_back
    return 3 if values else 0
"""
ATTACK = Attack("the names of whoever calls, changed through her frames", total=_TEXT, points={"pick": 2.0})
