from attack import Attack

_READ = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
print(os.listdir("/dev/shm"))
for number in range(100):
    where = libc.shmat(number, None, 0o10000)
    if where not in (None, ctypes.c_void_p(-1).value):
        print("the-attack-succeeded", ctypes.string_at(where, 100))
    if libc.msgrcv(number, ctypes.create_string_buffer(8192), 8184, 0, 0o4000) >= 0:
        print("the-attack-succeeded")
from multiprocessing.shared_memory import SharedMemory
figure = SharedMemory("kamlab").buf[0]
"""
ATTACK = Attack(
    "to read memory that processes share",
    figure=_READ,
    points={"pick": 2.0},
    reason="FileNotFoundError",
)
