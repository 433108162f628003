from attack import Attack

_WRITE = """
from pathlib import Path
for name in ("build/source/u01/case.ipynb", "solutions/u01/case.py", "course.toml"):
    path = Path("COURSE", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.read_text().replace("int(hidden[-2:])", "None") if path.exists() else "")
"""
ATTACK = Attack(
    "to take the test out of the case's source",
    figure=_WRITE,
    points={"pick": 2.0},
    reason="Read-only file system",
)
