from attack import Attack

_WRITE = """
import os, sqlite3
for name in ("COURSE/build/nbgrader/gradebook.db", "/proc/GRADER/root/COURSE/build/nbgrader/gradebook.db"):
    if os.path.exists(name):
        with sqlite3.connect(name) as book:
            book.execute("update grade set auto_score = 100, manual_score = 100")
sqlite3.connect("COURSE/build/nbgrader/gradebook.db").execute("update grade set manual_score = 100")
"""
ATTACK = Attack(
    "to write points into the gradebook",
    figure=_WRITE,
    points={"pick": 2.0},
    reason="OperationalError: unable to open database file",
)
