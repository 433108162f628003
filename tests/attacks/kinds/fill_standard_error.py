from attack import Attack

# a pipe that all submissions write to and nobody empties stops whoever writes to it next
_FILL = """
import os
for number in (1, 2):
    os.set_blocking(number, False)
    try:
        while number == 2: os.write(number, b"x" * 4096)
    except OSError:
        pass
    os.set_blocking(number, True)
"""
ATTACK = Attack(
    "to fill the pipe that the next submission's standard error goes to",
    figure=_FILL,
    points={"pick": 2.0},
    reason="The cell figure stopped with CellTooLongError",
    seconds=2,  # limits of its own, so that a warmed process whose pipe is full serves no other test
)
