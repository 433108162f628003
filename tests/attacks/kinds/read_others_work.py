from attack import Attack

_READ = """
import json
book = json.load(open("COURSE/../submitted/next/u01/case.ipynb"))
texts = {cell["id"]: cell["source"] for cell in book["cells"]}
print(texts["figure"])
exec(texts["figure"])
"""
ATTACK = Attack(
    "to hand in what another trainee wrote",
    figure=_READ,
    points={"pick": 2.0},
    reason="No such file or directory",
)
