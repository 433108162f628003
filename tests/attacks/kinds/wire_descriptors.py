from attack import Attack
from pieces import WIRE

_TEXT = """
files = [os.open(name, os.O_RDONLY) for name in ("/dev/null", "/")]
for _ in range(50): socket.send_fds(sock, [struct.pack(">I", 2), b"{}"], files)
"""
ATTACK = Attack(
    "open files, handed over with the answer",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
