from attack import Attack, Notebook

_TEXTS = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[a]\n\n[a]: javascript:alert(1)",
    "[x](vbscript:alert)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    '[x]( javascript:alert(1) "title")',
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    '[x](http://example.org "a\\" onmouseover=alert(1) b")',
    "[x](java&Tab;script:alert(1))",
)


def _change(notebook: Notebook) -> None:
    notebook["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": each} for each in _TEXTS]


ATTACK = Attack(
    "links that run script when they are clicked",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
