from attack import Attack

_TEXT = """
shell = get_ipython()
real, real_async = shell.run_cell, shell.run_cell_async
shell.run_cell = lambda source, *rest, **options: real("3.0", *rest, **options)
shell.run_cell_async = lambda source, *rest, **options: real_async("3.0", *rest, **options)
"""
ATTACK = Attack(
    "a shell that runs full points instead of the cell",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
