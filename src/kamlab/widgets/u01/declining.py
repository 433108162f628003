"""What declining accounts does to the year's profit: the figures of Meridian's ledger in its last year.

Declining an account loses what it contributes before service; of its service cost only the freed share goes,
the rest stays as unused capacity (time-driven costing).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kamlab.data import AccountResult, account_results, ledger
from kamlab.models.cost_to_serve import whale_curve

YEAR = 2025
MOST = 4  # accounts that may be declined
DEFENSIBLE = 0.60  # share of service cost that can be freed within a year, in the controller's view
_LOSERS, _TEMPTING = 8, 3  # how many of each stand on the list
_LARGE = 100_000.0  # EUR of revenue from which a profitable account tempts by its low margin
_DEMAND = 0.8  # the goal, as a share of the best that is possible


@dataclass(frozen=True)
class Book:
    """The year's figures: served accounts, those on the list, profit and goal in EUR."""

    served: tuple[AccountResult, ...]
    listed: tuple[AccountResult, ...]
    profit: float
    goal: float


@dataclass(frozen=True)
class Outcome:
    """What declining does when ``share`` of the service cost is freed; amounts in EUR for the year."""

    declined: tuple[AccountResult, ...]
    share: float
    freed: float
    lost: float
    unused: float
    gain: float


@lru_cache(maxsize=1)
def book() -> Book:
    """The figures of Meridian's last year; they do not change, so they are read once."""
    served = tuple(a for a in account_results(ledger(), YEAR) if a.revenue > 0)
    losers = sorted((a for a in served if a.profit < 0), key=lambda a: a.profit)[:_LOSERS]
    thin = sorted(
        (a for a in served if a.profit > 0 and a.revenue > _LARGE), key=lambda a: a.profit / a.revenue
    )
    listed = tuple(sorted([*losers, *thin[:_TEMPTING]], key=lambda a: -a.revenue))
    return Book(served, listed, sum(a.profit for a in served), _goal(listed))


def _goal(listed: tuple[AccountResult, ...]) -> float:
    """A demanding share of the best gain that the rules allow, in steps of 5,000 EUR."""
    gains = sorted((effect(a, DEFENSIBLE) for a in listed), reverse=True)[:MOST]
    return sum(gain for gain in gains if gain > 0) * _DEMAND // 5000 * 5000


def effect(account: AccountResult, freed: float) -> float:
    """The change of profit (EUR) when ``account`` is declined and ``freed`` of its service cost goes."""
    return freed * account.cost_to_serve - (account.profit + account.cost_to_serve)


def outcome(ids: tuple[str, ...], freed: float) -> Outcome:
    """What declining the accounts ``ids`` does when the share ``freed`` of their service cost goes."""
    declined = tuple(a for a in book().listed if a.account_id in ids)
    service = sum(a.cost_to_serve for a in declined)
    lost = sum(a.profit + a.cost_to_serve for a in declined)
    return Outcome(declined, freed, freed * service, lost, (1 - freed) * service, freed * service - lost)


@lru_cache(maxsize=1)
def curve_today() -> tuple[tuple[float, float], ...]:
    """The whale curve of the year, in % of accounts and of profit."""
    return tuple((x * 100, y * 100) for x, y in whale_curve([a.profit for a in book().served]))


def curve_after(now: Outcome) -> tuple[tuple[float, float], ...]:
    """The curve of those still served, in % of today; its last step is the unused capacity."""
    accounts = book()
    kept = [a.profit for a in accounts.served if a not in now.declined]
    across, up = len(kept) / len(accounts.served) * 100, sum(kept) / accounts.profit * 100
    curve = [(x * across, y * up) for x, y in whale_curve(kept)]
    return (*curve, (across, (accounts.profit + now.gain) / accounts.profit * 100))


def solutions() -> list[tuple[str, ...]]:
    """Every choice of accounts that reaches the goal at the most freed share that can be defended."""
    ids = [a.account_id for a in book().listed if effect(a, DEFENSIBLE) > 0]
    sets = (chosen for size in range(1, MOST + 1) for chosen in combinations(ids, size))
    return [chosen for chosen in sets if outcome(chosen, DEFENSIBLE).gain >= book().goal]
