from attack import Attack

_READ = """
import sqlite3
book = sqlite3.connect("file:COURSE/build/nbgrader/gradebook.db?mode=ro", uri=True)
for row in book.execute("select name, source from source_cell"):
    print(row)
    if "the-hidden-figure" in row[1]:
        figure = int(row[1].split("the-hidden-figure")[1][4:6])
"""
ATTACK = Attack(
    "to read the tests in the gradebook",
    figure=_READ,
    points={"pick": 2.0},
    reason="OperationalError: unable to open database file",
)
