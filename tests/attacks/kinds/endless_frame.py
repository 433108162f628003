from attack import Attack

# four million bytes are announced, and a few come at a time
_TEXT = """
import os, stat, time
for number in range(3, 256):
    try: wire = number if stat.S_ISSOCK(os.fstat(number).st_mode) else None
    except OSError: continue
    while wire:
        os.write(wire, bytes([0, 64, 0, 0]))
        time.sleep(0.1)
"""
ATTACK = Attack(
    "an answer that trickles in for ever",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="took longer than",
    seconds=1,
)
