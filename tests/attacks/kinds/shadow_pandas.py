from attack import Attack

_SHADOW = b"""
import builtins, sys
builtins.left_behind = True
builtins.abs = lambda value: 0.0
sys.displayhook = lambda value: print("3.0")
"""
ATTACK = Attack(
    "modules in the folder that are found before the installed ones",
    figure="import pandas, json, decimal\nfigure = sum(orders) if hasattr(pandas, 'Series') else None",
    files={f"{name}.py": _SHADOW for name in ("pandas", "json", "decimal", "numpy", "IPython", "typing")},
    points={"pick": 2.0, "figure-test": 3.0},
)
