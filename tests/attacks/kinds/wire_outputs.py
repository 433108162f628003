from attack import Attack
from pieces import WIRE

_TEXT = """
mark, bad = "application/vnd.kamlab.mark+json", "the-attack-succeeded"
outputs = [
    *(None, 3.0, [], {}, {"output_type": ["execute_result"]}),
    {"output_type": "stream", "text": {"a": [1e999]}},
    {"output_type": "execute_result", "data": {mark: {"points": float("nan")}}, "execution_count": 10**4000},
    {"output_type": "display_data", "data": {mark: [[float("inf")]], "image/png": bad}},
    {"output_type": "display_data", "data": {"text/html": f"<script>{bad}</script>"}, "metadata": {bad: bad}},
    {"output_type": "error", "ename": [["x"]], "evalue": None, "traceback": "x" * 1_000_000},
    *[{"output_type": "update_display_data"}] * 1000,
]
frame({"raised": {"not": "a list"}, "outputs": outputs})
"""
ATTACK = Attack(
    "outputs of every wrong shape, with a mark that no browser reads",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
