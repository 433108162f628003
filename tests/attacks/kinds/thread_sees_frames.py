from attack import Attack

_TEXT = """
import sys, threading, time
found = set()
def look():
    while True:
        for frame in sys._current_frames().values():
            while frame:
                found.update(frame.f_code.co_consts if "total" in frame.f_code.co_names else ())
                found.add(frame.f_globals.get("hidden"))
                frame = frame.f_back
        time.sleep(0.01)
threading.Thread(target=look, daemon=True).start()
def total(values):
    time.sleep(0.05)
    print(found)
    return {3: 3, 0: 0}.get(sum(values), max((one for one in found if isinstance(one, int)), default=0))
"""
ATTACK = Attack(
    "a thread that looks at the frames of all others while tests run", total=_TEXT, points={"pick": 2.0}
)
