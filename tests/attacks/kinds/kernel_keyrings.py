from attack import Attack

_READ = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
text = ctypes.create_string_buffer(1000)
for ring in (-1, -2, -3, -4, -5):  # of the thread, process, session, user
    for what in (0, 6, 11, 22):  # which it is, what it is, what is in it, what outlives the session
        if libc.syscall(250, what, ring, text, 1000) >= 0:
            print("the-attack-succeeded", what, text.raw)
    if libc.syscall(248, b"user", b"left_behind", b"the answer is 12", 16, ring) >= 0:  # for the next one
        print("the-attack-succeeded")
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to read and leave keys in the kernel",
    figure=_READ,
    points={"pick": 2.0},
    reason="not permitted",
)
