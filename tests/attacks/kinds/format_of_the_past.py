from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    notebook["nbformat"] = 3
    notebook["worksheets"] = [{"cells": notebook.pop("cells")}]


ATTACK = Attack(
    "the format of long ago, whose cells lie elsewhere",
    figure="figure = sum(orders)",
    change=_change,
    points={},
    reason="not in the current format",
)
