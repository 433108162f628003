from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    more = "get_ipython().outputs._left = dict.fromkeys(('text', 'shown'), 1 << 30)"
    added = {
        "cell_type": "code",
        "metadata": {},
        "source": f"{more}\nprint('x' * 7_900_000)",
        "outputs": [],
        "execution_count": None,
    }
    notebook["cells"] += [added] * 6


ATTACK = Attack(
    "many cells that each show as much as one may",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="showed more than is kept",
)
