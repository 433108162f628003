from attack import Attack

_TEXT = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.mlockall(3) == 0: print("locked now and later")
taken = (ctypes.c_char * (100 << 20))()
if libc.mlock(taken, ctypes.c_size_t(100 << 20)) == 0: print("the-attack-succeeded")
raise OSError(ctypes.get_errno(), "mlock")
"""
ATTACK = Attack(
    "to lock memory so that no other process gets it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="mlock",
)
