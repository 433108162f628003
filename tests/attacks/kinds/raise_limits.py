from attack import Attack

_TEXT = """
import os, resource
names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
for process in (0, 1, os.getppid(), GRADER):
    for name in names:
        number = getattr(resource, name)
        try:
            old = resource.prlimit(process, number)[1]
            resource.prlimit(process, number, (old + 1, old + 1))
        except (OSError, ValueError) as error:
            last = error
        else:
            if old >= 0: print("the-attack-succeeded", name)
resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
"""
ATTACK = Attack(
    "to raise its own limits and those of others",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not allowed to raise maximum limit",
)
