from attack import Attack, Notebook


def _change(notebook: Notebook) -> None:
    notebook["metadata"]["kernelspec"] = {
        "name": "../../ir",
        "language": "R",
        "display_name": "R",
        "argv": ["sh", "-c", "touch /tmp/left_behind", "{connection_file}"],
        "env": {"PATH": "."},
    }
    notebook["metadata"]["language_info"] = {"name": "bash", "version": "5"}


ATTACK = Attack(
    "another language, with a command that starts it",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
