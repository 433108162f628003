from attack import Attack

_TEXT = """
import os, signal
for number in (signal.SIGABRT, signal.SIGQUIT, signal.SIGSEGV, signal.SIGSYS):
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
os.abort()
"""
ATTACK = Attack(
    "a fatal signal whose default would leave a dump",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
