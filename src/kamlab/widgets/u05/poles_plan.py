"""Where Meridian stands when the market falls into two poles: the trade of the ledger, assumed responses.

What each account spends on drives, what Meridian sells to it and what is left after service come from the
ledger. How the trade moves and how it answers to Meridian's spending is assumed; the response is set so that
today's spending gives today's part of each field's trade.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import AccountResult, account_results, ledger
from kamlab.models.coalition import polarisation

YEAR = 2025
TOP, MIDDLE, EDGE = FIELDS = ("top", "middle", "edge")
CLASSES = ((1_000_000.0, math.inf), (500_000.0, 1_000_000.0), (250_000.0, 500_000.0), (0.0, 250_000.0))
_FIELD_OF = (TOP, MIDDLE, MIDDLE, EDGE)  # each class's field, the largest accounts first
BUDGET = 400_000.0  # EUR a year for all three programmes
TODAY = {TOP: 160_000.0, MIDDLE: 200_000.0, EDGE: 40_000.0}  # EUR a year spent now
ENTRY = {TOP: 80_000.0, MIDDLE: 0.0, EDGE: 0.0}  # EUR a year before a programme has any effect
HALF = {TOP: 60_000.0, MIDDLE: 100_000.0, EDGE: 40_000.0}  # EUR a year that win half of what is left
SELF_SERVICE = 0.15  # cost to serve by web shop and pooled delivery, as a share of sales
FORMED = 0.60  # share of the middle's trade that moves where the poles form
STEP = 10_000.0  # EUR a year that advice tries
ALPHA = 1.0
SEEN = 0.80  # the largest move that the picture shows

GOAL_FORMED = 960_000.0  # EUR of profit where the poles form
MOST_TOP = 0.70  # of sales that the top may be where the poles form
LEAST_EDGE = 0.40  # of the small firms' need that Meridian should serve

Amounts = Mapping[str, float]


@dataclass(frozen=True)
class Market:
    """The drives that sixty accounts buy, by class and by field.

    Args:
        accounts: how many accounts each class has, the largest first.
        trade: what each class spends on drives with all suppliers, EUR a year.
        share: Meridian's part of each field's trade today.
        margin: what is left of a field's sales after goods, returns and service, before its programme.
        usual_service: what it costs today to serve the small edge, as a share of sales.
    """

    accounts: tuple[int, ...]
    trade: tuple[float, ...]
    share: Amounts
    margin: Amounts
    usual_service: float


@dataclass(frozen=True)
class Future:
    """One future of the market, and what a plan brings in it; EUR a year.

    Args:
        moved: the share of the middle's trade that has moved to its nearer pole.
        trade: by field.
        sales: Meridian's, by field.
        profit: after service and programmes.
        polarisation: the index of the market's four classes.
    """

    moved: float
    trade: Amounts
    sales: Amounts
    profit: float
    polarisation: float

    @property
    def top_share(self) -> float:
        """The share of Meridian's sales that goes to the top; 0 where it sells nothing."""
        return self.sales[TOP] / (sum(self.sales.values()) or 1.0)

    @property
    def key_account_share(self) -> float:
        """The share of all trade that runs through Meridian's key account teams."""
        return self.sales[TOP] / sum(self.trade.values())


@dataclass(frozen=True)
class Plan:
    """A plan: spending and share of the trade by field, and both futures."""

    spend: Amounts
    share: Amounts
    still: Future
    formed: Future


@lru_cache(maxsize=1)
def market() -> Market:
    """The market of the ledger; read once."""
    sold = {one.account_id: one for one in account_results(ledger(), YEAR)}
    rows = ledger()["accounts"]
    spending = dict(zip(rows.column("account_id"), rows.column("drive_spending"), strict=True))
    classes = [[a for a, spent in spending.items() if low <= spent < high] for low, high in CLASSES]
    trade = tuple(float(sum(spending[a] for a in one)) for one in classes)
    of_field = {
        f: [sold[a] for i, one in enumerate(classes) if _FIELD_OF[i] == f for a in one] for f in FIELDS
    }
    total = _by_field(trade)
    share = {f: sum(one.revenue for one in of_field[f]) / total[f] for f in FIELDS}
    margin = {f: _margin(f, of_field[f]) for f in FIELDS}
    return Market(tuple(map(len, classes)), trade, share, margin, _usual_service(of_field[EDGE]))


def _margin(field: str, accounts: list[AccountResult]) -> float:
    """What is left of a field's sales; the small edge is served by web shop and pooled delivery."""
    sales = sum(one.revenue for one in accounts)
    goods = sum(one.returns + one.cost_of_goods for one in accounts)
    service = SELF_SERVICE * sales if field == EDGE else sum(one.cost_to_serve for one in accounts)
    return (sales - goods - service) / sales


def _usual_service(accounts: list[AccountResult]) -> float:
    return sum(one.cost_to_serve for one in accounts) / sum(one.revenue for one in accounts)


def _by_field(trade: tuple[float, ...]) -> dict[str, float]:
    return {f: sum(t for t, field in zip(trade, _FIELD_OF, strict=True) if field == f) for f in FIELDS}


def shifted(moved: float) -> tuple[float, ...]:
    """The trade of each class, EUR a year, where ``moved`` of the middle has gone to its nearer pole."""
    top, upper, lower, small = market().trade
    return top + moved * upper, (1 - moved) * upper, (1 - moved) * lower, small + moved * lower


def places() -> tuple[float, ...]:
    """Where each class stands: the logarithm (base 10) of what an account of it spends, EUR a year."""
    return tuple(math.log10(t / n) for t, n in zip(market().trade, market().accounts, strict=True))


@lru_cache(maxsize=64)
def poles(moved: float, alpha: float = ALPHA) -> float:
    """How polarised the trade is; with ``alpha`` 0, how unequal the accounts' sizes are."""
    return polarisation(shifted(moved), places(), alpha)


def effect(field: str, spend: float) -> float:
    """The share of a programme's full effect that ``spend`` (EUR a year) buys."""
    return 1 - 2 ** (-max(0.0, spend - ENTRY[field]) / HALF[field])


def won(field: str, spend: float) -> float:
    """Meridian's part of a field's trade for ``spend`` EUR a year; today's spending gives today's part."""
    return market().share[field] * effect(field, spend) / effect(field, TODAY[field])


def future(spend: Amounts, moved: float) -> Future:
    """What a plan brings where ``moved`` of the middle's trade has gone to the poles."""
    trade = _by_field(shifted(moved))
    sales = {f: trade[f] * won(f, spend[f]) for f in FIELDS}
    earned = sum(sales[f] * market().margin[f] for f in FIELDS)
    return Future(moved, trade, sales, earned - sum(spend.values()), poles(moved))


def plan(top: float, edge: float) -> Plan:
    """The plan that spends ``top`` and ``edge`` EUR a year, and the rest of the budget in the middle."""
    spend = {TOP: top, MIDDLE: BUDGET - top - edge, EDGE: edge}
    shares = {f: won(f, spend[f]) for f in FIELDS}
    return Plan(spend, shares, future(spend, 0.0), future(spend, FORMED))


@lru_cache(maxsize=1)
def today() -> Plan:
    """The plan that is followed now."""
    return plan(TODAY[TOP], TODAY[EDGE])


@dataclass(frozen=True)
class Step:
    """``amount`` EUR a year more for ``field``, out of the middle, and the ``gain`` in EUR a year."""

    field: str
    amount: float
    gain: float


def best_step(now: Plan, moved: float) -> Step:
    """The small move between the middle and a pole that adds most in the future ``moved``."""
    base = future(now.spend, moved).profit
    moves = [(field, amount) for field in (TOP, EDGE) for amount in (STEP, -STEP)]
    steps = (Step(f, a, future(_after(now.spend, f, a), moved).profit - base) for f, a in moves)
    return max(steps, key=lambda one: one.gain)


def _after(spend: Amounts, field: str, amount: float) -> dict[str, float]:
    changed = {**spend, field: max(0.0, spend[field] + amount)}
    return {**changed, MIDDLE: BUDGET - changed[TOP] - changed[EDGE]}
