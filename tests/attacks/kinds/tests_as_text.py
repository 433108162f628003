from attack import Attack, Notebook
from changes import cell, tests


def _change(notebook: Notebook) -> None:
    for each in tests(notebook):
        each["cell_type"] = "markdown"
    cell(notebook, "figure")["cell_type"] = "raw"


ATTACK = Attack(
    "tests that are text, own work that is raw",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
