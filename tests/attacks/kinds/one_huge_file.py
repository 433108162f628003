from attack import Attack

_TEXT = """
import os, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
file = os.open("left_behind", os.O_RDWR | os.O_CREAT)
os.ftruncate(file, 1 << 40)
"""
ATTACK = Attack(
    "one file of a terabyte",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="File too large",
)
