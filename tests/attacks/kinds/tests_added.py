from attack import Attack, Notebook
from changes import cell, role


def _change(notebook: Notebook) -> None:
    for name in ("figure-test", "table-test", "bonus"):
        told = {**role(notebook, "figure-test"), "grade_id": name, "points": 100}
        notebook["cells"].insert(
            0, {**cell(notebook, "figure-test"), "metadata": {"nbgrader": told}, "source": "100.0"}
        )


ATTACK = Attack(
    "tests of its own, easier ones",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
