from attack import Attack

# small where it is written down, larger than all memory where it is compared
_TEXT = """
import pandas as pd
figure = pd.RangeIndex(1 << 60)
table = pd.DataFrame(index=pd.RangeIndex(1 << 60))
"""
ATTACK = Attack(
    "values that are larger than they look",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="figure-test: The check stopped with",
)
