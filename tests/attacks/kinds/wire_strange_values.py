from attack import Attack

_TEXT = """
from kamlab.grading.inside import trainee
real, numbers = trainee._answer, {"dtype": "int64", "of": [0, 0]}
times = {"dtype": "datetime64[ns, dateutil//etc/passwd]", "of": [0]}
labels, two = {"range": [0, 10**18, 1], "names": [[]]}, {"range": [0, 2, 1], "names": [None]}
values = [
    {"!": "array", "shape": [10**9, 10**9], "column": times},
    {"!": "frame", "labels": labels, "index": {"columns": [numbers]}, "columns": []},
    {"!": "series", "name": {"!": ["set"]}, "index": two, "column": numbers},
]
def answer(request, shell): return real(request, shell) if "run" in request else {"value": values.pop()}
trainee._answer = answer
"""
ATTACK = Attack(
    "values of kinds that are none, too large, or files",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="'figure', which is no data",
)
