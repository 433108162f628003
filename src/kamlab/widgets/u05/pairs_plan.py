"""A market for programmes of precise supply: what each pair earns, and what a proposed order of it brings.

Nordlys and Feldmark are in the ledger, and so is what they spend on drives. The other firms, the regions and
the cost of a programme are assumed. A supplier who reaches only some of a buyer's regions saves her that part
only, and pays for the whole programme: so the reach of one side multiplies that of the other.
Tessin is the rival who waits: as wide as Meridian, dearer, and without a buyer.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from kamlab.data import ledger
from kamlab.models.coalition import AssignmentGame, assignment_game

ORBITAL, MERIDIAN, BRYN, TESSIN = SELLERS = ("Orbital", "Meridian", "Bryn", "Tessin")
GRANDVALE, NORDLYS, FELDMARK = BUYERS = ("Grandvale", "Nordlys", "Feldmark")
REACH = {ORBITAL: 5, MERIDIAN: 3, BRYN: 1, TESSIN: 3}  # regions in which the supplier delivers
PLANTS = {GRANDVALE: 5, NORDLYS: 3, FELDMARK: 1}  # regions in which the buyer has plants
PROGRAMME = {
    ORBITAL: 140_000.0,
    MERIDIAN: 60_000.0,
    BRYN: 15_000.0,
    TESSIN: 200_000.0,
}  # EUR a year for the supplier
_ACCOUNTS = {NORDLYS: "Nordlys Appliances", FELDMARK: "Feldmark Kitchens"}
_GRANDVALE_SPENDING = 4_000_000.0  # EUR a year on drives
SAVED = 0.15  # of what a buyer spends on drives, where all her regions are reached
HALF = 0.5  # Bryn's part of what its pair earns

FLOORS = {MERIDIAN: 110_000.0, GRANDVALE: 320_000.0}  # EUR a year that each insists on
_CENT = 0.01  # EUR: a smaller gain is no reason to leave

Pairs = tuple[tuple[str, str], ...]
ORDERS: tuple[Pairs, ...] = tuple(
    tuple(zip((ORBITAL, MERIDIAN, BRYN), buyers, strict=True)) for buyers in permutations(BUYERS)
)


@dataclass(frozen=True)
class Order:
    """A proposed order of the market.

    Args:
        pairs: who runs a programme with whom.
        gets: what each firm gets, EUR a year.
    """

    pairs: Pairs
    gets: dict[str, float]

    @property
    def total(self) -> float:
        """What all firms get together, EUR a year."""
        return sum(self.gets.values())

    def partner(self, firm: str) -> str:
        """The firm that ``firm`` is paired with."""
        return next(one for pair in self.pairs if firm in pair for one in pair if one != firm)


@lru_cache(maxsize=1)
def spending() -> dict[str, float]:
    """What each buyer spends on drives, EUR a year; the ledger's own where it has the buyer."""
    rows = ledger()["accounts"]
    known = dict(zip(rows.column("name"), rows.column("drive_spending"), strict=True))
    return {GRANDVALE: _GRANDVALE_SPENDING} | {b: float(known[name]) for b, name in _ACCOUNTS.items()}


def reached(seller: str, buyer: str) -> float:
    """The share of the buyer's regions that the supplier reaches."""
    return min(1.0, REACH[seller] / PLANTS[buyer])


def saving(seller: str, buyer: str) -> float:
    """What precise supply saves the buyer with this supplier, EUR a year."""
    return SAVED * spending()[buyer] * reached(seller, buyer)


def worth(seller: str, buyer: str) -> float:
    """What a pair can earn together, EUR a year: the saving less the programme; below 0 it does not start."""
    return saving(seller, buyer) - PROGRAMME[seller]


def earned(seller: str, buyer: str) -> float:
    """What a pair earns, EUR a year; a programme that loses money is not started."""
    return max(0.0, worth(seller, buyer))


def order(pairs: Pairs, orbital: float, meridian: float) -> Order:
    """The market in which ``pairs`` work together and the suppliers keep the given shares of the earnings."""
    keeps = {ORBITAL: orbital, MERIDIAN: meridian, BRYN: HALF}
    gets = {TESSIN: 0.0}
    for seller, buyer in pairs:
        gets[seller] = keeps[seller] * earned(seller, buyer)
        gets[buyer] = earned(seller, buyer) - gets[seller]
    return Order(pairs, gets)


@lru_cache(maxsize=1)
def game() -> AssignmentGame:
    """The market's best matching, and how far each firm can push its claim."""
    return assignment_game([[worth(seller, buyer) for buyer in BUYERS] for seller in SELLERS])


def claims(firm: str) -> tuple[float, float]:
    """The least and the most that a firm can get in an order that lasts, EUR a year."""
    found = game()
    if firm in SELLERS:
        return found.seller_range[SELLERS.index(firm)]
    return found.buyer_range[BUYERS.index(firm)]


def gain_of_leaving(now: Order, seller: str, buyer: str) -> float:
    """What two firms would gain together by leaving their partners for each other, EUR a year."""
    return earned(seller, buyer) - now.gets[seller] - now.gets[buyer]


def strangers(now: Order) -> list[tuple[str, str]]:
    """The suppliers and buyers that are not paired, and could earn something together."""
    return [(s, b) for s in SELLERS for b in BUYERS if (s, b) not in now.pairs and earned(s, b) > 0]


def leavers(now: Order) -> list[tuple[str, str]]:
    """The pairs that would leave their partners for each other, the greatest gain first."""
    tempted = [pair for pair in strangers(now) if gain_of_leaving(now, *pair) > _CENT]
    return sorted(tempted, key=lambda pair: -gain_of_leaving(now, *pair))


def best_elsewhere(now: Order, firm: str) -> float:
    """The most that a firm could get with another partner who is left no worse off, EUR a year."""
    offers = (
        earned(seller, buyer) - now.gets[buyer if firm == seller else seller]
        for seller, buyer in strangers(now)
        if firm in {seller, buyer}
    )
    return max(0.0, *offers)
