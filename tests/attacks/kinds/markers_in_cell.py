from attack import Attack, Notebook
from changes import cell


def _change(notebook: Notebook) -> None:
    cell(notebook, "table")["source"] = """
    ### BEGIN HIDDEN TESTS
    table = None
    ### END HIDDEN TESTS
    ### BEGIN SOLUTION
    ### END SOLUTION
    ### HASHED AUTOTEST 3.0
    # <!-- the trainee never sees what is here -->"""


ATTACK = Attack(
    "the author's own markers in a cell",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
