from attack import Attack

_TEXT = """
class Shown:
    def __eq__(self, other): return get_ipython().displayhook(3.0)
    def __repr__(self): return "3.0"
    def _repr_mimebundle_(self, **options): return {"text/plain": "3.0"}
figure = Shown()
"""
ATTACK = Attack(
    "an object that shows points whenever it is compared or shown",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no data but Shown",
)
