import json

from attack import Attack
from target import handed_in

_WHOLE = json.dumps(handed_in({})).encode()
ATTACK = Attack(
    "a number of two million digits, which takes hours to read",
    notebook=_WHOLE.replace(b'"nbformat_minor": 5', b'"nbformat_minor": ' + b"9" * 2_000_000),
    reason="it is damaged",
)
