from attack import Attack

_TEXT = """
import ctypes, os, signal
libc = ctypes.CDLL(None, use_errno=True)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGRTMIN])
for number in range(1000):
    if libc.sigqueue(os.getpid(), signal.SIGRTMIN, None) != 0:
        raise OSError(ctypes.get_errno(), "enough signals")
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "more signals that wait than a user may have",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="enough signals",
)
