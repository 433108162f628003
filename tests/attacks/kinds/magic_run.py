from attack import Attack

_TEXT = """
if not globals().get("running"):
    running = True
    %run case.ipynb
    figure = int(print(hidden) or hidden[-2:])
"""
ATTACK = Attack(
    "the notebook with the tests, run as a program by %run",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="case.ipynb",
)
