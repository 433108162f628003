from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 10**30


ATTACK = Attack(
    "a format that no version of Jupyter knows",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
