from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    added = {"cell_type": "code", "metadata": {}, "source": "1", "outputs": [], "execution_count": None}
    notebook["cells"] += [added] * 20_000


ATTACK = Attack(
    "more cells than anyone writes",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="added cells were left out",
)
