from attack import Attack

# with the secret anybody's case code, and so everybody's figures, can be computed
_READ = """
from pathlib import Path
from kamlab.data import case_code
for place in ("COURSE", "/course", "/srv/course", *map(str, Path.cwd().parents), str(Path.home())):
    path = Path(place, "course-secret.txt")
    if path.exists():
        print(path.read_text(), case_code(path.read_text(), "next"))
open("COURSE/course-secret.txt")
"""
ATTACK = Attack(
    "to read the course secret",
    figure=_READ,
    points={"pick": 2.0},
    reason="No such file or directory",
)
