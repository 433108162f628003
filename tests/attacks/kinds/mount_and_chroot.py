from attack import Attack

_TEXT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("old", exist_ok=True)
calls = [("mount", b"proc", b"/proc", b"proc", 0, 0), ("mount", b"/", b"/box/old", b"", 4096, 0)]
calls += [("mount", b"", b"/", b"", 32, 0), ("mount", b"tmpfs", b"/box/old", b"tmpfs", 0, 0)]
calls += [("umount2", b"/box", 2), ("umount2", b"/proc", 2), ("umount2", b"/", 2), ("chroot", b"/box")]
calls += [("syscall", 155, b"/box", b"/box/old"), ("syscall", 430, b"proc", 0)]  # pivot_root, fsopen
calls += [("syscall", 442, -100, b"/", 0, 0, 0), ("syscall", 428, -100, b"/", 1)]  # mount_setattr, open_tree
for name, *arguments in calls:
    if getattr(libc, name)(*arguments) >= 0: print("the-attack-succeeded", name, arguments)
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "to mount, unmount and change the root",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
