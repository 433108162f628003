from attack import Attack, Notebook
from changes import cell


def _change(notebook: Notebook) -> None:
    for name in ("figure", "table-test"):
        notebook["cells"].insert(0, {**cell(notebook, name), "id": name + "-again", "source": "3.0"})


ATTACK = Attack(
    "two cells of one name",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0},
    reason="there more than once",
)
