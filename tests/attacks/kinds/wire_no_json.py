from attack import Attack
from pieces import WIRE

_TEXT = r"""
for words in (b"12", b"null", b'"value"', b"[]", b"", b"\xff\xfe", b'{"value"'): frame(words)
"""
ATTACK = Attack(
    "answers that are no data, or none of the kind that is due",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with",
)
