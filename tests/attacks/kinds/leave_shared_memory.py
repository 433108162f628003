from attack import Attack

# what System V's calls make lives on without any process
_LEAVE = """
import ctypes
from multiprocessing.shared_memory import SharedMemory
libc = ctypes.CDLL(None, use_errno=True)
for key in range(100, 110):
    made = libc.shmget(key, 4096, 0o1666), libc.msgget(key, 0o1666), libc.semget(key, 1, 0o1666)
    if max(made) >= 0: print("the-attack-succeeded", made)
for name in (b"/left_behind", b"/kamlab"):
    if ctypes.CDLL("librt.so.1").mq_open(name, 0o102, 0o666, None) >= 0: print("the-attack-succeeded")
SharedMemory("left_behind", create=True, size=4096)
"""
ATTACK = Attack(
    "to leave shared memory, queues and semaphores",
    figure=_LEAVE,
    points={"pick": 2.0},
    reason="No such file or directory",
)
