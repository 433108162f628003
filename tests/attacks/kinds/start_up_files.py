from attack import Attack

_START = b"""
import builtins, os
builtins.left_behind = True
os.environ["left_behind"] = "yes"
get_ipython().events.register("post_run_cell", lambda *anything: print("3.0"))
"""
_FOLDERS = ("", ".ipython/", ".ipython/profile_default/", "profile_default/", ".jupyter/", "etc/jupyter/")
_NAMES = ("ipython_config.py", "ipython_kernel_config.py", "startup/00-first.py", "jupyter_config.py")
ATTACK = Attack(
    "files that Python, IPython and Jupyter run when they start",
    files={f"{folder}{name}": _START for folder in _FOLDERS for name in _NAMES}
    | dict.fromkeys(("sitecustomize.py", "usercustomize.py", "pyvenv.cfg", ".pythonrc"), _START)
    | {"left_behind.pth": b"import builtins; builtins.left_behind = True"},
    points={"pick": 2.0},
)
