from attack import Attack

_TEXT = """
import sys
def look(frame, event, argument):
    for one in frame.f_code.co_consts:
        if isinstance(one, str) and one.startswith("the-hidden-") and one[-2:].isdigit():
            frame.f_globals["figure"] = int(print(one) or one[-2:])
sys.setprofile(look)
"""
ATTACK = Attack(
    "a profile function that is told of each call in a test",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
