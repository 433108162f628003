from attack import Attack

_LOOK = """
import gc, sys
def total(values):
    frame = sys._getframe()
    while frame:
        for name, value in frame.f_locals.items():
            if name == "hidden": print(value)
        frame = frame.f_back
    return 0
"""
ATTACK = Attack("to find the hidden test in the frames of who calls", total=_LOOK, points={"pick": 2.0})
