from attack import Attack

_TEXT = """
import mmap, os
device = os.open("/dev/zero", os.O_RDWR)
taken = mmap.mmap(device, 1000 << 20)
for place in range(0, 1000 << 20, 4096): taken[place] = 1
print("the-attack-succeeded")
"""
ATTACK = Attack(
    "memory that no process seems to hold, through the device of noughts",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="FileNotFoundError",
)
