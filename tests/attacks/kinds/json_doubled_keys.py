import json

from attack import Attack
from target import HONEST, RIGHT, handed_in

# one reader takes the first of two, another the last
_WHOLE = json.dumps(handed_in(HONEST)).encode()
ATTACK = Attack(
    "every key twice, with different values",
    notebook=_WHOLE.replace(b'"grade_id":', b'"grade_id": "pick", "grade_id":')
    .replace(b'"cells":', b'"cells": [], "cells":')
    .replace(b'"source":', b'"source": "3.0", "source":'),
    points=RIGHT,
)
