from attack import Attack

# a list of what is forbidden knows nothing of what came after it
_TEXT = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
for number in [*range(441, 700), 0x40000000 + 39]:  # and one of x32
    if libc.syscall(number, room, 0, 0, 0, 0) != -1 or ctypes.get_errno() != 38:
        print("the-attack-succeeded", number)
raise OSError(ctypes.get_errno(), "no such call")
"""
ATTACK = Attack(
    "calls that the kernel has learnt since",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no such call",
)
