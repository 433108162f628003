from attack import Attack

_TEXT = """
class Later:
    def __del__(self): get_ipython().user_ns["abs"] = lambda value: 0.0
def total(values):
    later = Later()
    return 3 if values else 0
"""
ATTACK = Attack("an object that changes names when it is thrown away", total=_TEXT, points={"pick": 2.0})
