from attack import Attack

_LEAVE = """
import os, pathlib, tempfile
places = ["/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/run/lock", "/var/lock", "/box", "/", "."]
places += ["/dev", "/dev/pts", "/etc", os.environ["HOME"], os.environ["TMPDIR"], tempfile.gettempdir()]
for place in places:
    try:
        os.makedirs(f"{place}/left_behind_folder", exist_ok=True)
        open(f"{place}/left_behind", "w").write(str(orders))
        os.symlink("/etc/passwd", f"{place}/left_behind_link")
        os.mkfifo(f"{place}/left_behind_pipe")
    except OSError as error:
        print(error)
assert not os.path.exists("/tmp/left_behind"), "left"
open("/dev/shm/left_behind", "w")
"""
ATTACK = Attack(
    "to leave files for whoever comes next",
    figure=_LEAVE,
    points={"pick": 2.0},
    reason="No such file or directory",
)
