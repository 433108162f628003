import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
import json, pathlib
for path in [pathlib.Path("answers.json"), *pathlib.Path("/").glob("*/answers.json")]:
    data = json.loads(path.read_text())
    data["answers"]["pick"] = "second"
    path.write_text(json.dumps(data))
"""
ATTACK = Attack(
    "right answers written over the file that was handed in",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
