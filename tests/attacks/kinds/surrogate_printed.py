from attack import Attack

_TEXT = """
print(chr(0xD800))
figure = sum(orders)
"""
ATTACK = Attack(
    "half a character, which no file can hold, in what a right cell prints",
    figure=_TEXT,
    points={"pick": 2.0, "figure-test": 3.0},
)
