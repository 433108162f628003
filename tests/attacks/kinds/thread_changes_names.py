from attack import Attack

_TEXT = """
import threading
def keep():
    while True: names.update(abs=lambda value: 0.0, all=lambda parts: True)
names = get_ipython().user_ns
threading.Thread(target=keep, daemon=True).start()
def total(values): return 3 if values else 0
table = {"a": 0.0, "b": 0.0}
"""
ATTACK = Attack("a thread that keeps changing the names that tests use", total=_TEXT, points={"pick": 2.0})
