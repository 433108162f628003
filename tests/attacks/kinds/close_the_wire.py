from attack import Attack

_TEXT = """
import os, socket
for number in range(256):
    try: socket.socket(fileno=number).shutdown(socket.SHUT_RDWR)
    except OSError: pass
os.closerange(0, 256)
"""
ATTACK = Attack(
    "to close every descriptor that it was given",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
