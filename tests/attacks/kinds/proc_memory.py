from attack import Attack

_READ = """
import os
for process in ("GRADER", os.getppid(), 1, "self"):
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            first, last = (int(each, 16) for each in line.split()[0].split("-"))
            if "rw" not in line: continue
            memory.seek(first)
            text = memory.read(last - first).decode("latin-1")
            if "the-hidden-figure-is" in text:
                print(text.split("the-hidden-figure-is")[1][:3])
                figure = int(text.split("the-hidden-figure-is-")[1][:2])
"""
ATTACK = Attack(
    "to read the memory of other processes",
    figure=_READ,
    points={"pick": 2.0},
    reason="No such file or directory",
)
