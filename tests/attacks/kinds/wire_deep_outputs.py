from attack import Attack
from pieces import WIRE

_TEXT = """
deep = b"[" * 600 + b"]" * 600
mark = b'{"output_type": "display_data", "data": {"application/vnd.kamlab.mark+json": ' + deep + b"}}"
for _ in range(6):
    text = b'{"output_type": "stream", "text": ' + deep + b"}"
    frame(b'{"raised": ["x", ' + deep + b'], "outputs": [' + mark + b", " + text + b"]}")
"""
ATTACK = Attack(
    "outputs of lists in lists, deeper than what writes or shows a notebook goes",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="figure",
)
