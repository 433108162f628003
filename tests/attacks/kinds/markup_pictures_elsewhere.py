from attack import Attack, Notebook

_TEXTS = (
    "![x](http://example.org/x.png)",
    "![x][a]\n\n[a]: http://example.org/x.png",
    "!![x](//example.org/x.png)",
    "[![x](http://example.org/x.png)](http://example.org)",
    "!\\[x](http://example.org/x.png)",
    "![](http://example.org/x.png)",
    "!&#91;x](http://example.org/x.png)",
    "<img src=//example.org/x.png>",
    "![x]( http://example.org/x.png )",
    "!\u200b[x](//example.org/x.png)",
)


def _change(notebook: Notebook) -> None:
    notebook["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": each} for each in _TEXTS]


ATTACK = Attack(
    "pictures that tell another machine who reads",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
