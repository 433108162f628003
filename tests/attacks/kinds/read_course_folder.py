from attack import Attack

_READ = """
text = open("COURSE/build/source/u01/case.ipynb").read()
found = text[text.index("the-hidden-figure"):][:23]
print(found)
figure = int(found[-2:])
"""
ATTACK = Attack(
    "to read the source of the case where it lies",
    figure=_READ,
    points={"pick": 2.0},
    reason="No such file or directory",
)
