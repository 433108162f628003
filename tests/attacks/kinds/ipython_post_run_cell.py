from attack import Attack

_TEXT = """
def after(result):
    print(result.info.raw_cell)
    get_ipython().displayhook(3.0)
get_ipython().events.register("post_run_cell", after)
"""
ATTACK = Attack(
    "a callback after each cell, which shows points of its own",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
