from attack import Attack

_TEXT = """
import socket, struct
for protocol in (0, 4, 9, 15, 16):  # routes, sockets of others, audit, devices, generic
    kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
    kernel.bind((0, 0))
    kernel.send(struct.pack("IHHIIB3x", 20, 18, 0x301, 1, 0, 0))
    print("the-attack-succeeded", kernel.recv(65536))
"""
ATTACK = Attack(
    "the kernel's own sockets, which change routes and addresses",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
