from attack import Attack

_READ = """
import os, stat
for name in ("vda", "vda1", "sda", "sda1", "nvme0n1", "mem", "kmem", "port", "fuse", "kvm"):
    try: print("the-attack-succeeded", len(os.read(os.open(f"/dev/{name}", os.O_RDONLY), 4096)))
    except OSError: pass
for major, minor in ((254, 0), (8, 0), (259, 0), (1, 1), (253, 0)):
    os.mknod("left_behind_disk", stat.S_IFBLK | 0o600, os.makedev(major, minor))
    disk = os.open("left_behind_disk", os.O_RDWR)
    print("the-attack-succeeded", os.read(disk, 4096))
"""
ATTACK = Attack(
    "to read the disk itself",
    figure=_READ,
    points={"pick": 2.0},
    reason="PermissionError",
)
