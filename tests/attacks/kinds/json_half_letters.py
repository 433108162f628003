import json

from attack import Attack
from target import handed_in

# JSON can name half a letter, which no file can hold
_TEXTS = {"figure": "figure = sum(orders)  # \ud800", "total": "\udfff\0\ufeff\u2028\u202e"}
ATTACK = Attack(
    "letters that are none",
    notebook=json.dumps(handed_in(_TEXTS)).encode(),
    points={"pick": 2.0, "figure-test": 3.0, "table-test": 3.0},
    reason="The cell total stopped with SyntaxError",
)
