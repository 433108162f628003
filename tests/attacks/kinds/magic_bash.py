from attack import Attack

_TEXT = """
%%bash
grep -ho "the-hidden-[^ ]*" *.ipynb /proc/*/environ
nohup sleep 60 &
"""
ATTACK = Attack(
    "a script in a cell, which reads the tests and leaves a process",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="Error",
)
