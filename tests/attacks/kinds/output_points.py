from attack import Attack

_TEXT = """
def total(values):
    get_ipython().displayhook(4.0)
    print("4.0")
    return 0
"""
ATTACK = Attack("full points, shown while a test runs", total=_TEXT, points={"pick": 2.0})
