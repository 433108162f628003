from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    picture = {
        "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "text/html": "<script>",
    }
    for each in notebook["cells"]:
        each["attachments"] = {"../../gradebook.db": picture, "x.png": {"image/png": "A" * 100_000}}


ATTACK = Attack(
    "files inside a cell",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
