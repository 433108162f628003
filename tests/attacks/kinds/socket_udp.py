from attack import Attack

_TEXT = """
import socket
for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::ffff:127.0.0.1")):
    packets = socket.socket(family, socket.SOCK_DGRAM)
    packets.sendto(str(orders).encode(), (host, PORT))
"""
ATTACK = Attack(
    "packets to this machine and beyond",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
