import json

from attack import Attack
from target import HONEST, handed_in

# the one that lies least deep is the one that a trainer would open
_RIGHT = json.dumps(handed_in(HONEST)).encode()
ATTACK = Attack(
    "a second notebook that is right, in folders below",
    files={f"{folder}/case.ipynb": _RIGHT for folder in ("u01", "a/b", ".ipynb_checkpoints", "autograded")},
    points={"pick": 2.0},
)
