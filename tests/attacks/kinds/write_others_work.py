from attack import Attack

_WRITE = """
from pathlib import Path
for path in Path("COURSE/../submitted").glob("*/u01/*"):
    path.write_text("")
Path("COURSE/../submitted/next/u01/case.ipynb").write_text("")
"""
ATTACK = Attack(
    "to empty what the others handed in",
    figure=_WRITE,
    points={"pick": 2.0},
    reason="No such file or directory",
)
