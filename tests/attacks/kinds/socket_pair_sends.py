from attack import Attack

# it may be made, because Python needs such pairs; a packet can name another address than its pair's
_TEXT = """
import os, socket
one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for name in ("/dev/log", "/run/systemd/journal/socket", "\\0kamlab-door-PORT"):
    try: one.sendto(b"hello", name)
    except OSError as error: last = error
raise last
"""
ATTACK = Attack(
    "a pair of sockets of its own that sends elsewhere",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
