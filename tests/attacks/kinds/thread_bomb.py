from attack import Attack

_TEXT = """
import threading, time
while True: threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
"""
ATTACK = Attack(
    "threads without end",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="RuntimeError: can't start new thread",
)
