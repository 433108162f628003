from attack import Attack

_TEXT = r"""
import re
def total(values):
    history = "\n".join(get_ipython().user_ns["In"]) + get_ipython().history_manager.input_hist_raw[-1]
    print(history)
    found = re.findall(r"total\((.*?)\) \W+ (\d+)", history)
    return int(dict(found)[str(values)]) if values else 0
"""
ATTACK = Attack(
    "the tests in the history of what ran, and their figures from there",
    total=_TEXT,
    points={"pick": 2.0},
    reason="KeyError",
)
