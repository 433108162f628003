from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    notebook["cells"].reverse()


ATTACK = Attack(
    "the tests before what they test",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
