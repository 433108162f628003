from attack import Attack

_TEXT = """
import os, stat, sys
for number in range(3, 256):
    try: wire = number if stat.S_ISSOCK(os.fstat(number).st_mode) else None
    except OSError: continue
    if wire: os.write(wire, bytes([255] * 4) + b"x" * 100_000)
"""
ATTACK = Attack(
    "to announce an answer of four gigabytes",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="showed or returned more than is read",
)
