from attack import Attack

_READ = """
import glob
for name in ("/proc/GRADER/environ", *glob.glob("/proc/*/environ"), *glob.glob("/proc/*/cmdline")):
    try: text = open(name).read()
    except PermissionError: continue
    print(name, text.replace(chr(0), " "))
"""
ATTACK = Attack(
    "to read the environment of other processes",
    figure=_READ,
    points={"pick": 2.0},
    reason="No such file or directory",
)
