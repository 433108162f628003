from attack import Attack

_CALL = """
import socket
socket.create_connection(("127.0.0.1", PORT), 1).sendall(b"hello")
"""
ATTACK = Attack(
    "a TCP connection to this machine", figure=_CALL, points={"pick": 2.0}, reason="PermissionError"
)
