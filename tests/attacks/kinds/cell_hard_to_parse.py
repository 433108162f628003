from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for source in ("(" * 100_000, "-" * 100_000 + "1", "a" + ".a" * 100_000, "[" * 99 + "]" * 99 + chr(0)):
        notebook["cells"].append({"cell_type": "code", "metadata": {}, "source": source, "outputs": []})


ATTACK = Attack(
    "an added cell that takes the parser all the memory there is",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="stopped with",
)
