from attack import Attack

_TEXT = """
def total(values):
    get_ipython().displayhook(100.0)
    return 0
"""
ATTACK = Attack("more points than there are", total=_TEXT, points={"pick": 2.0})
