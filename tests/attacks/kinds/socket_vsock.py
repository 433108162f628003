from attack import Attack

# no network namespace keeps these apart
_TEXT = """
import socket
for host in (2, 1, 0):
    socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).connect((host, PORT))
    print("the-attack-succeeded", host)
"""
ATTACK = Attack(
    "a connection to the machine that this one runs in",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
