from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
os.sync()
if libc.syncfs(os.open("/usr", os.O_RDONLY)) == 0: print("the-attack-succeeded")
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to keep all disks busy by having them written to again and again",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
