from attack import Attack

# not a daemon: Python would wait for it at its end
_TEXT = """
import socket, threading, time
def later():
    while True:
        time.sleep(0.01)
        try: open("/tmp/left_behind", "w")
        except OSError: pass
        try: socket.create_connection(("127.0.0.1", PORT), 1)
        except OSError: pass
        globals().update(figure=[*range(100)], table=None)
for _ in range(20): threading.Thread(target=later).start()
"""
ATTACK = Attack(
    "a thread that goes on after the cell",
    figure=_TEXT,
    points={"pick": 2.0},
)
