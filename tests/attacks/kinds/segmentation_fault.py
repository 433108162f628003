from attack import Attack

_TEXT = """
import ctypes
ctypes.string_at(0)
"""
ATTACK = Attack(
    "to crash the interpreter",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
