import target
from attack import Attack

# each may open a list that who reads it must hold: so many are taken from one process, and no more
_PRINT = 'print("[" * 190_000)\n'
ATTACK = Attack(
    "more brackets in what all cells print than are read",
    figure=_PRINT + target.HONEST["figure"],
    total=_PRINT + target.HONEST["total"],
    table=_PRINT + target.HONEST["table"],
    points=target.RIGHT,
    reason="The cell table showed more than is kept: its output is left out.",
)
