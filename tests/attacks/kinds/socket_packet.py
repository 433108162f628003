from attack import Attack

_TEXT = """
import socket
wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(3))
wire.bind(("lo", 0))
wire.send(bytes(12) + b"hello")
print("the-attack-succeeded", wire.recv(2000))
"""
ATTACK = Attack(
    "raw frames on the wire",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
