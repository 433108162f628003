from attack import Attack

_TEXT = """
found = !cat *.ipynb ../../*/*.ipynb
print(found)
figure = int("".join(found).split("-is-")[1][:2])
"""
ATTACK = Attack(
    "the notebook with the tests, read by a command of the shell",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="Error",
)
