from attack import Attack, Notebook
from changes import tests


def _change(notebook: Notebook) -> None:
    for each in tests(notebook):
        shown = {
            "text/plain": "4.0",
            "application/vnd.kamlab.mark+json": {"points": 4.0, "of": 4.0, "outcome": "right"},
        }
        each["outputs"] = [
            {"output_type": "execute_result", "data": shown, "metadata": {}, "execution_count": 1}
        ]
        each["source"] = "raise SystemExit"


ATTACK = Attack(
    "results of the tests, saved at home",
    change=_change,
    points={"pick": 2.0},
)
