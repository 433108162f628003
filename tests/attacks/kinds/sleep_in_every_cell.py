from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    nap = {"cell_type": "code", "metadata": {}, "source": "import time\ntime.sleep(0.9)", "outputs": []}
    notebook["cells"] += [nap] * 100


ATTACK = Attack(
    "many cells that each sleep for almost as long as one may",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="took longer than",
    seconds=1,
)
