from attack import Attack, Notebook
from changes import cell, role


def _change(notebook: Notebook) -> None:
    role(notebook, "table")["grade_id"], role(notebook, "table-test")["grade_id"] = "table-test", "table"
    cell(notebook, "table")["source"] = "3.0"
    cell(notebook, "table-test")["source"] = "table = None"


ATTACK = Attack(
    "the names of a test and of an own cell exchanged",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
