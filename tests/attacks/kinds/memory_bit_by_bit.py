from attack import Attack

_TEXT = """
taken = []
while True: taken.append(bytes([1]) * (8 << 20))
"""
ATTACK = Attack(
    "to take more and more memory",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="MB of memory",
)
