from attack import Attack

_TEXT = """
from kamlab.grading.inside import trainee
real, names = trainee._answer, iter(["SystemExit", "exec", "StopIteration"])
def answer(request, shell):
    return {"raised": [next(names), "0"]} if "call" in request else real(request, shell)
trainee._answer = answer
def total(values): return 0
"""
ATTACK = Attack(
    "an error of a name that means more to who raises it again",
    total=_TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with",
)
