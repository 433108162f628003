from attack import Attack

# a user may have 128 of the first: when they are used up, the trainer's own programs get none
_TEXT = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
for name in ("inotify_init", "fanotify_init"):
    if getattr(libc, name)(0, 0) >= 0: print("the-attack-succeeded", name)
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to use up what a user may watch",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
