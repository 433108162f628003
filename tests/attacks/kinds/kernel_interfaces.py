from attack import Attack

_TEXT = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
names = {425: "io_uring_setup", 426: "io_uring_enter", 427: "io_uring_register", 321: "bpf"}
names |= {323: "userfaultfd", 298: "perf_event_open", 250: "keyctl", 248: "add_key", 175: "init_module"}
names |= {246: "kexec_load", 103: "syslog", 163: "acct", 167: "swapon", 179: "quotactl", 135: "personality"}
names |= {164: "settimeofday", 227: "clock_settime", 170: "sethostname", 312: "kcmp", 440: "process_madvise"}
for number, name in names.items():
    if libc.syscall(number, 2, room, 100, -1, 0) >= 0: print("the-attack-succeeded", name)
assert ctypes.get_errno() != 1, "not permitted"
"""
ATTACK = Attack(
    "interfaces of the kernel that go around the filter",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not permitted",
)
