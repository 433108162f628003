from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for each, version in zip(notebook["cells"], (0, 1, 2, 99, "3", None, -1, [3]), strict=True):
        each["metadata"]["nbgrader"]["schema_version"] = version


ATTACK = Attack(
    "a format of the cells' roles that nbgrader migrates",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
