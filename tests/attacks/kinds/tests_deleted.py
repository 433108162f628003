from attack import Attack, Notebook
from changes import tests


def _change(notebook: Notebook) -> None:
    notebook["cells"] = [each for each in notebook["cells"] if each not in tests(notebook)]


ATTACK = Attack(
    "no tests at all",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
