from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    html = {
        "_model_name": "HTMLModel",
        "_model_module": "@jupyter-widgets/controls",
        "value": "<script>alert(1)</script>",
    }
    state = {"one": {"model_name": "HTMLModel", "model_module": "https://example.org/evil.js", "state": html}}
    notebook["metadata"]["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"state": state, "version_major": 2}
    }


ATTACK = Attack(
    "a saved widget that is script",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
