from attack import Attack

# a result that an earlier run is said to have found out is entered as it stands
_WRITE = """
import json, os
for home in ("COURSE/build/nbgrader", "../../..", "/proc/GRADER/cwd/build/nbgrader"):
    for name in ("next", "mallory"):
        os.makedirs(f"{home}/results/u01", exist_ok=True)
        with open(f"{home}/results/u01/{name}.json", "w") as file:
            json.dump({"scores": [{"grade_id": "pick", "points": 0.0 if name == "next" else 100.0}]}, file)
"""
ATTACK = Attack(
    "to leave results of its own for the grader",
    figure=_WRITE,
    points={"pick": 2.0},
    reason="Read-only file system",
)
