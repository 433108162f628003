import json

from attack import Attack
from target import HONEST, RIGHT, handed_in

_WHOLE = handed_in(HONEST)
_WHOLE["metadata"] |= {"points": float("nan"), "max": float("inf")}
for _cell in _WHOLE["cells"]:
    _cell["metadata"]["nbgrader"] |= {"points": float("nan"), "schema_version": float("-inf")}
ATTACK = Attack(
    "numbers that are none",
    notebook=json.dumps(_WHOLE).encode(),
    points=RIGHT,
)
