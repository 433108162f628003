"""Meridian and Nordlys Heat own parts of each other: what the pair gains, who gets it, and who may object.

Nordlys Heat is Nordlys's heat pump company, a firm of its own that buys its drives from Meridian. Each adds
its margin, so that the pair sells too little (``kamlab.models.crossholding``). A stake of Meridian's in its
buyer makes it lower its margin. A stake of the buyer's in Meridian does the opposite: with s for the first
and u for the second, the buyer gets part u of the margin back, and Meridian's own stake counts only as
``effective`` says. The owners settle the stakes among themselves; the firms' own money stays where it is.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import account_result, account_results, ledger
from kamlab.models.crossholding import FirmValues, ModifiedIndex, double_margin_share, firm_values, mhhi

YEAR, ACCOUNT = 2025, "Nordlys Appliances"
MULTIPLE = 10  # euros for a euro that is earned every year
OTHER = 250_000.0  # EUR a year that Nordlys Heat earns otherwise
CRASH = 0.5  # of Nordlys Heat's assets, gone if heat pumps go out of fashion
CASH = 1_100_000.0  # EUR that Meridian's owners can raise
GOALS = (100_000.0, 100_000.0)  # EUR, once: Meridian's owners, Nordlys Heat's
SHARE = 0.84  # of the best profit of the chain
LOSS = 0.08  # of their wealth, that a crash may cost Meridian's owners
SALE = 60_000.0  # EUR that Nordlys loses by selling its part of the rival in a hurry
RIVAL = 0.20  # of Clemens Electric, that Nordlys owns
MARKET = (0.30, 0.25, 0.20, 0.10, 0.10, 0.05)  # shares in drives: Meridian, Clemens Electric, four others
FOUNDERS = (
    0.40,
    0.30,
)  # of what Nordlys does not own: Meridian's founders, Clemens's; small holders the rest
CONCENTRATED = (1_000.0, 2_000.0)  # points of the index
"""Below the first, or between them with a change under 250, or above with one under 150, the European
Commission is unlikely to object to a merger of competitors (guidelines of 2004, paragraphs 19 and 20)."""
CHANGES = (250.0, 150.0)  # points


@dataclass(frozen=True)
class Deal:
    """What is agreed.

    Args:
        stake: s, Meridian's part of Nordlys Heat (share).
        mutual: u, Nordlys Heat's part of Meridian (share).
        premium: what is paid for Nordlys Heat's shares above today's value (share of it).
        sold: whether Nordlys sells its part of Clemens Electric.
    """

    stake: float
    mutual: float
    premium: float
    sold: bool


TODAY = Deal(0.0, 0.0, 0.0, sold=False)


@dataclass(frozen=True)
class Result:
    """What follows.

    Args:
        deal: what was agreed.
        share: what the chain earns, over the best it could (share).
        profits: what each firm itself earns in the chain, EUR a year: Meridian, Nordlys Heat.
        values: what the firms are worth to their own owners, EUR.
        cash: what Meridian's owners pay Nordlys Heat's for the stakes, EUR.
        gains: what each side's owners gain against today, EUR.
        loss: what a crash of heat pumps costs Meridian's owners (share of their value).
        index: how concentrated the market for drives is, with common owners.
        change: what the deal adds to that, points.
    """

    deal: Deal
    share: float
    profits: tuple[float, float]
    values: FirmValues
    cash: float
    gains: tuple[float, float]
    loss: float
    index: ModifiedIndex
    change: float

    @property
    def limit(self) -> float:
        """The change from which on the authority looks closer, points; none below the lower threshold."""
        low, high = CONCENTRATED
        if self.index.mhhi < low:
            return math.inf
        return CHANGES[0] if self.index.mhhi <= high else CHANGES[1]


@lru_cache(maxsize=1)
def earned() -> tuple[float, float]:
    """What Meridian earns with Nordlys and with all others, EUR a year."""
    nordlys = account_result(ledger(), ACCOUNT, YEAR).profit
    return nordlys, math.fsum(one.profit for one in account_results(ledger(), YEAR)) - nordlys


def best() -> float:
    """What the chain could earn, EUR a year: without stakes Meridian earns half of it."""
    return 2 * earned()[0]


def effective(stake: float, mutual: float) -> float:
    """The stake of the supplier alone that would make the chain sell as much.

    With m for the supplier's margin the buyer sells Q = (a − c − (1 − u) m) / 2b. The supplier maximises its
    own profit and s times the buyer's; its best margin makes Q equal to that of the stake σ alone.

    Args:
        stake: s, the supplier's part of the buyer (share, 0 to 1).
        mutual: u, the buyer's part of the supplier (share, 0 to 1; not both 1).

    Returns:
        σ = s (1 − u) / (1 − s u) (share): s where u is 0, and never above it.
    """
    return stake * (1 - mutual) / (1 - stake * mutual)


def split(stake: float, mutual: float) -> tuple[float, float]:
    """What the supplier and the buyer themselves earn in the chain, over the best profit of the chain.

    The chain sells the part x = 1 / (2 − σ) of the best quantity. The buyer earns x² less what the margin's
    returned part u m Q is, the supplier m Q; with the best profit as unit, (1 − u) m Q is 2 x (1 − x).
    """
    sold = 1 / (2 - effective(stake, mutual))
    margin = 2 * sold * (1 - sold) / (1 - mutual)
    return margin, sold * sold - mutual * margin


def chain_share(stake: float, mutual: float) -> float:
    """What the chain earns, over the best it could."""
    return double_margin_share(effective(stake, mutual))


def assets(stake: float, mutual: float) -> tuple[float, float]:
    """What the firms' own business is worth, without their stakes, EUR: Meridian's, Nordlys Heat's."""
    seller, buyer = split(stake, mutual)
    return MULTIPLE * (earned()[1] + seller * best()), MULTIPLE * (OTHER + buyer * best())


def owned(deal: Deal) -> FirmValues:
    """What the firms are worth, to whom."""
    return firm_values(_holdings(deal), assets(deal.stake, deal.mutual))


def _holdings(deal: Deal) -> list[list[float]]:
    return [[0.0, deal.stake], [deal.mutual, 0.0]]


def market(deal: Deal) -> ModifiedIndex:
    """How concentrated the market for drives is, with Nordlys as an owner of two makers."""
    rival = 0.0 if deal.sold else RIVAL
    rest = 1 - deal.mutual, 1 - rival
    seats = [[deal.mutual, rival], [FOUNDERS[0] * rest[0], 0.0], [0.0, FOUNDERS[1] * rest[1]]]
    # Every other maker has an owner of its own; so does whatever Nordlys does not hold.
    others = len(MARKET) - 2
    rows = [[*row, *([0.0] * others)] for row in seats]
    rows += [[0.0, 0.0, *(float(place == firm) for place in range(others))] for firm in range(others)]
    return mhhi(MARKET, rows, rows)


@lru_cache(maxsize=8192)
def result(deal: Deal) -> Result:
    """What follows from ``deal``."""
    values, before = owned(deal), owned(TODAY)
    cash = deal.stake * (1 + deal.premium) * before[1] - deal.mutual * before[0]
    sale = SALE if deal.sold else 0.0
    gains = (values[0] - before[0] - cash, values[1] - before[1] + cash - sale)
    index = market(deal)
    seller, buyer = split(deal.stake, deal.mutual)
    return Result(
        deal,
        chain_share(deal.stake, deal.mutual),
        (seller * best(), buyer * best()),
        values,
        cash,
        gains,
        1 - _crashed(deal)[0] / values[0],
        index,
        index.mhhi - market(TODAY).mhhi,
    )


def _crashed(deal: Deal) -> FirmValues:
    seller, buyer = assets(deal.stake, deal.mutual)
    return firm_values(_holdings(deal), (seller, (1 - CRASH) * buyer))
