from attack import Attack
from pieces import CLOSE

_TEXT = """
import numpy as np
class float64(np.float64):
    __module__ = "numpy"
    def item(self): return Close(0)
table = {"a": float64(0), "b": float64(0)}
"""
ATTACK = Attack(
    "a class that says it is numpy's, and hands out another number", table=CLOSE + _TEXT, points={"pick": 2.0}
)
