import json

from attack import Attack
from target import handed_in

_WHOLE = json.dumps(handed_in({})).encode()
ATTACK = Attack(
    "bytes that are no text in any encoding",
    notebook=_WHOLE.replace(b"orders", b"\xff\xfe\xc0\x80"),
    reason="it is damaged",
)
