import json

from attack import Attack
from target import HONEST, RIGHT, handed_in

# not too deep to be read, too deep to be copied or written by a function that calls itself
_DEEP = b"[" * 900 + b"]" * 900
_WHOLE = json.dumps(handed_in(HONEST)).encode()
ATTACK = Attack(
    "metadata that are deep, but not too deep to be read",
    notebook=_WHOLE.replace(b'"metadata": {', b'"metadata": {"deep": ' + _DEEP + b", "),
    points=RIGHT,
)
