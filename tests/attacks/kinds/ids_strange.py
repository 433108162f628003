from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    for number, name in enumerate(
        ["../../source", "", "a" * 10_000, "<script>", "\\ud800", "figure ", None, 7]
    ):
        notebook["cells"][number]["metadata"]["nbgrader"]["grade_id"] = name


ATTACK = Attack(
    "names that lead elsewhere",
    figure="figure = sum(orders)",
    change=_change,
    points={},
    reason="none of its cells belongs to the case",
)
