from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
child = os.fork()
while not child: pass
for process in (GRADER, os.getppid(), 1, *range(2, 50)):
    for request in (16, 0x4206):  # attach, seize
        if libc.ptrace(request, process, 0, 0) == 0: print("the-attack-succeeded", process)
    for call in (310, 311):  # process_vm_readv, process_vm_writev
        if libc.syscall(call, process, 0, 0, 0, 0, 0) == 0: print("the-attack-succeeded", process)
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to trace other processes and write into them",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
