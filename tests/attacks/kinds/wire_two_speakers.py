from attack import Attack

_TEXT = """
import os
os.fork()
figure = os.getpid() / 7
def total(values): return os.getpid()
table = {"a": os.getpid() / 3, "b": os.getpid() / 5}
"""
ATTACK = Attack("two processes that both answer", figure=_TEXT, points={"pick": 2.0}, seconds=1)
