from attack import Attack

_TEXT = """
import sys
def hear(event, details):
    if event in ("compile", "exec"): print(details, getattr(details[0], "co_consts", ""))
sys.addaudithook(hear)
"""
ATTACK = Attack(
    "an audit hook that is told what is compiled and run",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
