from attack import Attack

_TEXT = """
import mmap
mmap.mmap(-1, 2 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "memory in pages that are counted apart",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
