from attack import Attack

_TEXT = """
import os
tries = [lambda: os.nice(-40), lambda: os.setpriority(os.PRIO_PROCESS, GRADER, 19)]
tries += [lambda: os.setpriority(os.PRIO_PROCESS, os.getppid() or 99_999, 19)]
tries += [lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))]
for attempt in tries:
    try: attempt()
    except OSError as error: last = error
    else: print("the-attack-succeeded")
raise last
"""
ATTACK = Attack(
    "to take the processor from all others",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
