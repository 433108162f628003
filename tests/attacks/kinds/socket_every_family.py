from attack import Attack

_TEXT = """
import socket
for family in range(1, 64):
    for kind in (1, 2, 3, 5):
        for protocol in (0, 1, 6, 17, 132, 255, 262):
            try: found = socket.socket(family, kind, protocol)
            except OSError as error: last = error
            else: print("the-attack-succeeded", family, kind, protocol)
raise last
"""
ATTACK = Attack(
    "a socket of any family",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
