from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
user = os.getuid()
tries = [lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setuid(1)]
tries += [lambda: os.chown("/box", 1, 1), lambda: os.chown("/", user, -1), lambda: os.setgroups([0])]
for attempt in tries:
    try: attempt()
    except OSError as error: last = error
header, every = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)
libc.capset(header, every)
for capability in range(41): libc.prctl(47, 2, capability, 0, 0)  # what a new program would keep
libc.capget(header, every)
if any(every) or os.getuid() != user: print("the-attack-succeeded")
raise last
"""
ATTACK = Attack(
    "to become root",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
