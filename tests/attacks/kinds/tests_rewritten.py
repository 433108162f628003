from attack import Attack, Notebook
from changes import tests


def _change(notebook: Notebook) -> None:
    for each in tests(notebook):
        each["source"] = "3.0"


ATTACK = Attack(
    "tests that always give points",
    change=_change,
    points={"pick": 2.0},
)
