from attack import Attack

_TEXT = """
def total(values):
    for points in (3.99, -1, float("nan")): get_ipython().displayhook(points)
    return 0
"""
ATTACK = Attack("part of the points, and a negative number", total=_TEXT, points={"pick": 2.0})
