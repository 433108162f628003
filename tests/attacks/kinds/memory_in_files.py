from attack import Attack

_TEXT = """
for number in range(100):
    with open(f"left_behind_{number}", "wb") as file: file.write(bytes([1]) * (20 << 20))
"""
ATTACK = Attack(
    "to fill the memory that files lie in",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="No space left on device",
)
