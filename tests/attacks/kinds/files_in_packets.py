from attack import Attack

# such files count against the user, and at last nobody of that name can hand one over: not the grader either
_TEXT = """
import os, socket
one, other = socket.socketpair()
for _ in range(1000): socket.send_fds(one, [b"x"], [0] * 250)
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "open files that wait in packets, more than the user may have",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
