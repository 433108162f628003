from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for each, value in zip(notebook["cells"], (None, 7, [], "x", {"nbgrader": None}), strict=False):
        each["metadata"] = value
    notebook["metadata"] = [notebook["metadata"]]


ATTACK = Attack(
    "metadata that is no metadata",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0},
    reason="The cell figure is missing",
)
