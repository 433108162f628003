from attack import Attack

_TEXT = """
taken = bytearray(64 << 30)
"""
ATTACK = Attack(
    "to take all memory at once",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="MemoryError",
)
