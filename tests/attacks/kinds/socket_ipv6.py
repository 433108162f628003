from attack import Attack

_TEXT = """
import socket
for host in ("::ffff:127.0.0.1", "::1"):
    socket.create_connection((host, PORT), 1).sendall(b"hello")
"""
ATTACK = Attack(
    "a connection by the newer protocol",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
