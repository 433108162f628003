from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    strange = [None, 7, [], "cell", {}, {"source": 7}, {"source": ["a", 7]}, {"source": {}, "metadata": []}]
    strange += [
        {"cell_type": "code", "source": "x", "metadata": {"nbgrader": value}}
        for value in (None, 7, [], "figure")
    ]
    notebook["cells"][:0] = strange


ATTACK = Attack(
    "cells that are no cells",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
