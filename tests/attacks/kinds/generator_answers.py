from attack import Attack

_TEXT = """
import sys
def answers():
    values = yield
    while True:
        frame = sys._getframe(1)
        print(frame.f_globals.get("hidden"))
        frame.f_globals["abs"] = lambda value: 0.0
        values = yield 3 if values else 0
running = answers()
next(running)
total = running.send
"""
ATTACK = Attack(
    "a generator that answers, and changes the names of whoever asks", total=_TEXT, points={"pick": 2.0}
)
