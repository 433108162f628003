from attack import Attack

_TEXT = """
import glob, socket
names = ["\\0kamlab-door-PORT", "\\0/tmp/.X11-unix/X0", "/run/docker.sock", "/run/dbus/system_bus_socket"]
names += ["/run/systemd/journal/dev-log", "/dev/log", *glob.glob("/run/**/*.sock", recursive=True)]
for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
    for name in names:
        try: socket.socket(socket.AF_UNIX, kind).connect(name)
        except FileNotFoundError: continue
        else: print("the-attack-succeeded", name)
"""
ATTACK = Attack(
    "sockets of this machine that a file or a name stands for",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
