from attack import Attack

# a family that was never used here makes the kernel load its module
_TEXT = """
import socket
made, last = [], None
for family in range(2, 46):
    for kind in (1, 2, 3, 5):
        try: made.append(socket.socketpair(family, kind))
        except PermissionError as error: last = error
assert not made, "the-attack-" + "succeeded"
raise last
"""
ATTACK = Attack(
    "pairs of sockets of every family",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
