from attack import Attack

_TEXT = r"""
import inspect, re
def total(values):
    text = "".join("".join(each.code_context or ()) for each in inspect.stack(context=9))
    print(text)
    found = re.findall(r"total\((.*?)\) \W+ (\d+)", text)
    return int(dict(found)[str(values)]) if values else 0
"""
ATTACK = Attack(
    "the source of the test, found by whoever it calls", total=_TEXT, points={"pick": 2.0}, reason="KeyError"
)
