from attack import Attack

_TEXT = """
import atexit, os, threading, weakref
def last(): open("/tmp/left_behind", "w").write("x")
atexit.register(last)
threading._register_atexit(last)
os.register_at_fork(before=last, after_in_parent=last)
class Late:
    def __del__(self): last()
late = Late()
weakref.finalize(late, last)
raise SystemExit
"""
ATTACK = Attack(
    "to act when the process ends",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="SystemExit",
)
