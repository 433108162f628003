from attack import Attack

# the process that tests run in began in the same group
_TEXT = """
import os, signal
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
for number in signal.Signals:
    for send, whom in ((os.kill, 0), (os.killpg, 0), (os.kill, -1)):
        try: send(whom, number)
        except OSError as error: last = error
raise last
"""
ATTACK = Attack(
    "to kill the processes of its own group and session",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ProcessLookupError",
)
