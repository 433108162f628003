from attack import Attack

_TEXT = """
import sys
sys.displayhook = get_ipython().display_trap.hook = lambda value: None
def total(values): return 0
"""
ATTACK = Attack(
    "tests that show nothing, which a lenient grader takes for success", total=_TEXT, points={"pick": 2.0}
)
