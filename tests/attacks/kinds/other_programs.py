from attack import Attack

_TEXT = """
import os, subprocess, shutil
shutil.copy("/bin/sh", "left_behind_shell")
os.chmod("left_behind_shell", 0o6755)
tries = [lambda: os.execv("/bin/sh", ["sh", "-c", "echo the-attack-succeeded"])]
tries += [lambda: os.execv("./left_behind_shell", ["sh"]), lambda: os.posix_spawn("/bin/sh", ["sh"], {})]
tries += [lambda: subprocess.check_output(["/usr/bin/env"]), lambda: subprocess.check_output(["su"])]
tries += [lambda: os.execve(os.open("/bin/sh", os.O_RDONLY), ["sh"], {})]
for attempt in tries:
    try: attempt()
    except OSError as error: last = error
    else: print("the-attack-succeeded")
if os.system("true") == 0: print("the-attack-succeeded")
raise last
"""
ATTACK = Attack(
    "to run other programs",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
