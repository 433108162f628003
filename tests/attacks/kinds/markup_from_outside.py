from attack import Attack
from pieces import WIRE

# what the shell would never send
_TEXT = (
    WIRE
    + """
evil = "<script>alert(1)</script>"
outputs = [{"output_type": evil, "data": {"text/html": evil}, "metadata": {"needs_background": evil}}]
outputs += [{"output_type": "stream", "name": evil, "text": [evil]}]
outputs += [{"output_type": "error", "traceback": [[evil]]}, [evil], evil]
outputs += [{"output_type": "execute_result", "execution_count": evil, "data": {"text/html": [evil]}}]
outputs += [{"output_type": "error", "ename": evil, "evalue": {"a": evil}, "traceback": evil}]
outputs += [{"output_type": "display_data", "data": {"application/vnd.kamlab.mark+json": {"a": evil}}}]
frame({"outputs": outputs, "raised": [evil, evil]})
"""
)
ATTACK = Attack(
    "script in the frames that stand for what a cell showed",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="The cell figure stopped with",
)
