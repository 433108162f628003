from attack import Attack

# where one process runs all submissions one after the other, the next one would find all this
_POISON = """
import builtins, os, sys, types
import pandas as pd
from kamlab.answers import checks, marks
builtins.left_behind = sys.modules["left_behind"] = types.ModuleType("left_behind")
os.environ["left_behind"] = "yes"
marks.score_choice = marks.score_number = checks.figures_of = lambda *anything, **more: None
pd.Series.__init__ = builtins.sum = builtins.abs = None
orders.clear()
"""
ATTACK = Attack(
    "to spoil the modules in memory for whoever comes next",
    figure=_POISON,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
