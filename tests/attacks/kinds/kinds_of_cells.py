from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for each, kind in zip(
        notebook["cells"], ("heading", "", None, "code", 7, ["code"], "html", "worksheet"), strict=True
    ):
        each["cell_type"] = kind


ATTACK = Attack(
    "cells of no kind",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
