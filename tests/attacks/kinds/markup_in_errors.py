from attack import Attack

_TEXT = r"""
evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\x1b[31m\x1b]0;left_behind\x07\u202e"
class Evil(Exception):
    def __str__(self): return evil
    def _render_traceback_(self): return [evil]
    __repr__ = _repr_html_ = __str__
Evil.__name__ = Evil.__qualname__ = evil
raise Evil(evil)
"""
ATTACK = Attack(
    "script in the name and the words of an error",
    figure=_TEXT,
    total="def total(values): raise Evil",
    points={"pick": 2.0},
    reason="The cell figure stopped with",
)
