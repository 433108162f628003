from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for flag in (0x10000000, 0x20000, 0x40000000, 0x20000000, 0x8000000, 0x4000000, 0x2000000):
    if libc.unshare(flag) == 0: print("the-attack-succeeded", flag)
    made = libc.syscall(56, flag | 17, 0, 0, 0, 0)
    if made == 0: os._exit(0)
    if made > 0: print("the-attack-succeeded", flag)
if libc.unshare(0x80) == 0: print("the-attack-succeeded")  # of time
arguments = (ctypes.c_uint64 * 11)(0x10000000, 0, 0, 0, 17)
made = libc.syscall(435, arguments, 88)  # clone3
if made == 0: os._exit(0)
if made > 0: print("the-attack-succeeded")
if libc.setns(os.open("/", os.O_RDONLY), 0) == 0: print("the-attack-succeeded")
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to become root in namespaces of its own",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
