from attack import Attack

_WRITE = """
import glob
proc = {"sys/kernel/core_pattern": "core", "sysrq-trigger": "h", "self/oom_score_adj": "-1000"}
proc |= {"sys/vm/drop_caches": "1", "self/uid_map": "0 0 1", "GRADER/oom_score_adj": "1000"}
names = {f"/proc/{name}": text for name, text in proc.items()}
names |= dict.fromkeys(glob.glob("/sys/fs/cgroup/**/cgroup.procs", recursive=True), "0")
for name, text in names.items():
    try: open(name, "w").write(text)
    except OSError as error: last = error
    else: print("the-attack-succeeded", name)
raise last
"""
ATTACK = Attack(
    "to change settings of the kernel",
    figure=_WRITE,
    points={"pick": 2.0},
    reason="No such file or directory",
)
