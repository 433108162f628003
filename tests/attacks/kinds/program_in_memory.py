from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for number, flags in ((319, 0), (447, 0)):  # memfd_create, memfd_secret
    if libc.syscall(number, b"left_behind", flags) >= 0: print("the-attack-succeeded")
file = os.memfd_create("left_behind")
os.write(file, open("/bin/sh", "rb").read())
os.execve(file, ["sh", "-c", "id"], {})
"""
ATTACK = Attack(
    "to run a program that lies in no file",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
