from attack import Attack

_TEXT = """
import gc
gc.unfreeze()
def total(values):
    for names in gc.get_referrers(total):
        if isinstance(names, dict):
            print(names.get("hidden"), names.get("In"))
            names["abs"] = lambda value: 0.0
    return 3 if values else 0
"""
ATTACK = Attack(
    "the namespace of the tests, from the references to her function", total=_TEXT, points={"pick": 2.0}
)
