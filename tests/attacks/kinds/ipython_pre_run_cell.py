from attack import Attack

_TEXT = """
def before(info):
    print(info.raw_cell)
    if "hidden = " in info.raw_cell: get_ipython().user_ns["figure"] = int(info.raw_cell.split("-is-")[1][:2])
get_ipython().events.register("pre_run_cell", before)
"""
ATTACK = Attack(
    "a callback before each cell, which reads it and answers it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
