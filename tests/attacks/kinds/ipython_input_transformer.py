from attack import Attack

_TEXT = """
def replace(lines):
    print("".join(lines))
    return ["3.0"]
get_ipython().input_transformers_cleanup.append(replace)
"""
ATTACK = Attack(
    "a transformer of input that reads each test and replaces it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
