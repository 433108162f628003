from attack import Attack

_TEXT = """
import os, signal, socket, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        os.closerange(0, 256)
        while True:
            time.sleep(0.05)
            try: socket.create_connection(("127.0.0.1", PORT), 1)
            except OSError: pass
    os._exit(0)
"""
ATTACK = Attack(
    "a process that outlives the notebook",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
