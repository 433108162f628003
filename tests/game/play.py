"""What the browser would send: the values of the controls, and the moves made with them."""

from kamlab.i18n import translator
from kamlab.widgets.controls import clean
from kamlab.widgets.game import board
from kamlab.widgets.game.table import Table, read
from kamlab.widgets.game.terms import SELLER, Deal

T = translator("en")
GROUPS = board.groups(T)
START = dict(clean(GROUPS, {}).values)


def setting(opponent: str, seat: str = SELLER, seed: int = 1) -> dict[str, object]:
    """A set-up."""
    return {"opponent": [opponent], "seat": [seat], "seed": float(seed)}


def press(move: str, setup: dict[str, object], deal: Deal | None = None) -> dict[str, object]:
    """One press of a button, with the sliders at ``deal``."""
    terms = (
        deal.values()
        if deal
        else {name: START[name] for name in ("price", "engineer", "stock", "plan", "share")}
    )
    return {"move": move, "values": {**setup, **terms}}


def values(setup: dict[str, object], *moves: dict[str, object]) -> dict[str, object]:
    """All values as they are sent."""
    return {**START, **setup, "moves": list(moves)}


def table(setup: dict[str, object], *moves: dict[str, object]) -> Table:
    """The table that they describe."""
    return read(clean(GROUPS, values(setup, *moves)))
