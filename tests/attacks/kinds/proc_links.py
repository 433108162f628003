from attack import Attack

# a process's root and descriptors lead to files that no path of one's own leads to
_READ = """
import glob, os
found = []
for process in ("GRADER", "1", "self", str(os.getppid()), *glob.glob("/proc/[0-9]*")):
    for way in ("root", "cwd", "fd/3", "fd/5", "task/1/root"):
        for path in (f"/proc/{process}/{way}/COURSE", f"/proc/{process}/{way}"):
            if os.path.exists(path): found.append(path)
for path in found:
    text = open(path + "/build/source/u01/case.ipynb").read()
    figure = int(text.split("the-hidden-figure")[1][4:6])
print(found)
assert found, "no way out"
"""
ATTACK = Attack(
    "to leave the sandbox through links in /proc",
    figure=_READ,
    points={"pick": 2.0},
    reason="no way out",
)
