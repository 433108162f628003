from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for each in notebook["cells"]:
        told = each["metadata"]["nbgrader"]
        told.update(
            grade=not told["grade"], solution=not told["solution"], locked=not told["locked"], task=True
        )
        if told["solution"]:
            each["source"] = "3.0"


ATTACK = Attack(
    "tests called own work, own work called a test",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
