from attack import Attack

_TEXT = """
import socket
for kind in (socket.SOCK_RAW, socket.SOCK_DGRAM):
    ping = socket.socket(socket.AF_INET, kind, socket.IPPROTO_ICMP)
    ping.sendto(bytes([8, 0, 247, 255, 0, 0, 0, 0]), ("127.0.0.1", 0))
    print("the-attack-succeeded", ping.recv(100))
"""
ATTACK = Attack(
    "a ping",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
