from attack import Attack

_TEXT = """
for number in range(100_000): open(f"left_behind_{number}", "w").close()
"""
ATTACK = Attack(
    "a hundred thousand empty files",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="No space left on device",
)
