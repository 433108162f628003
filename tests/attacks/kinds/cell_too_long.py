from attack import Attack, Notebook
from changes import cell


def _change(notebook: Notebook) -> None:
    cell(notebook, "table")["source"] = "#" * 1_000_000


ATTACK = Attack(
    "a cell of a million letters",
    figure="figure = sum(orders)",
    change=_change,
    points={},
    reason="has 1000000 characters",
)
