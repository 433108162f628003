from attack import Attack

_TEXT = """
import ctypes, sys
def total(values):
    frame = sys._getframe(1)
    while frame:
        for one in frame.f_code.co_consts:
            if one == 1e-9: ctypes.c_double.from_address(id(one) + 16).value = 1e9
        frame = frame.f_back
    return 3 if values else 0
"""
ATTACK = Attack(
    "the tolerance of a test made a billion in the interpreter's memory", total=_TEXT, points={"pick": 2.0}
)
