from attack import Attack

_TEXT = """
from IPython.display import display
mark = marks.Mark("total-test", 4.0, 4.0, "right")
def total(values):
    get_ipython().displayhook(mark)
    display(mark._repr_mimebundle_(), raw=True)
    return 0
total([])
mark
"""
ATTACK = Attack("a mark of her own, as result and as display", total=_TEXT, points={"pick": 2.0})
