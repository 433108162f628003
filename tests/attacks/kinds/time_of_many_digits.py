from attack import Attack

ATTACK = Attack(
    "a time that the reader of times cannot divide",
    figure="figure = sum(orders)",
    files={"timestamp.txt": b"24:00" + b"9" * 32 + b" Mon"},
    points={"pick": 2.0, "figure-test": 3.0},
    reason="timestamp.txt holds no time",
)
