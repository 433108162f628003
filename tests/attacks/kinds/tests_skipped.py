from attack import Attack, Notebook
from changes import tests


def _change(notebook: Notebook) -> None:
    for each in notebook["cells"]:
        each["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell"]
    for each in tests(notebook):
        each["outputs"] = [
            {
                "output_type": "execute_result",
                "data": {"text/plain": "4.0"},
                "metadata": {},
                "execution_count": 1,
            }
        ]


# what a skipped cell showed at home would stay as its result

ATTACK = Attack(
    "a tag that has cells skipped",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
