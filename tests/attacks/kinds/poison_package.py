from attack import Attack

_POISON = r"""
import os, site, stat
import kamlab.answers.marks as marks
for name in (marks.__file__, os.__file__, marks.__cached__):
    try: os.chmod(name, 0o666)
    except OSError: pass
    try: open(name, "a").write("\nscore_choice = lambda *anything, **more: 2.0  # left_behind")
    except OSError: pass
for folder in (site.getusersitepackages(), *site.getsitepackages(), os.path.dirname(marks.__file__)):
    for name in ("left_behind.py", "left_behind.pth", "sitecustomize.py", "usercustomize.py"):
        try: open(os.path.join(folder, name), "x").write("import builtins; builtins.left_behind = True")
        except OSError as error: last = error
raise last
"""
ATTACK = Attack(
    "to change the installed packages for whoever comes next",
    figure=_POISON,
    points={"pick": 2.0},
    reason="Read-only file system",
)
