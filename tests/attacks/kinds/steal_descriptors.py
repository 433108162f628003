from attack import Attack

_STEAL = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for process in {GRADER, *range(1, 60)} - {os.getpid()}:
    handle = libc.syscall(434, process, 0)  # pidfd_open
    for number in range(64) if handle >= 0 else ():
        stolen = libc.syscall(438, handle, number, 0)  # pidfd_getfd
        if stolen >= 0:
            print("the-attack-succeeded", process, number)
libc.syscall(438, libc.syscall(434, os.getpid(), 0), 0, 0)
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to take open files from other processes",
    figure=_STEAL,
    points={"pick": 2.0},
    reason="not permitted",
)
