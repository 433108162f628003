from attack import Attack, Notebook

# what a filter takes out may leave behind what it looked for
_TEXTS = (
    "$\\href{javascript:alert(1)}{x}$",
    "$\\\\href{javascript:alert(1)}{x}$",
    "$$\\require{html}\\style{background:url(//example.org)}{x}$$",
    "$\\\\\\href{javascript:alert(1)}{x}$",
    "$\\mmlToken{mi}[href='javascript:alert(1)']{x}$",
    "$\\bbox[background:url(//example.org)]{x}$",
    "$\\let\\x=\\\\href \\x{javascript:alert(1)}{y}$",
    "\\\\class{x}{y}",
    "$\\cssId{notebook}{x}\\unicode[//example.org]{65}\\htmlData{a=b}{c}$",
)


def _change(notebook: Notebook) -> None:
    notebook["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": each} for each in _TEXTS]


ATTACK = Attack(
    "formulas that make links and load more commands",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
