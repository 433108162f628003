from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for each in notebook["cells"]:
        each["execution_count"] = each["id"] = "<img src=x onerror=alert(1)>"
        each["metadata"]["nbgrader"]["cell_type"] = "<script>"


ATTACK = Attack(
    "markup in the place of a number",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
