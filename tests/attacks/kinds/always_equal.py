from attack import Attack

_ALWAYS = """
class Always(int):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
figure = Always(0)
"""
ATTACK = Attack("a number that equals every other", figure=_ALWAYS, points={"pick": 2.0}, reason="no data")
