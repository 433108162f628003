from attack import Attack

# memory that is shared belongs to no process: it stays taken, and no process seems to hold it
_TEXT = """
import mmap
taken = []
for _ in range(20):
    taken.append(mmap.mmap(-1, 100 << 20))
    for place in range(0, 100 << 20, 4096): taken[-1][place] = 1
    taken[-1].madvise(mmap.MADV_DONTNEED)
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "memory that no process seems to hold",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
