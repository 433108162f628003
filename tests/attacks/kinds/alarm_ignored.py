from attack import Attack

_TEXT = """
import signal
signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
while True: signal.setitimer(signal.ITIMER_REAL, 0)
"""
ATTACK = Attack(
    "to turn the alarm off and go on",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
