"""Price war or peace in four regions: Meridian's rule against four rivals' (payoffs in EUR a quarter).

In each region one rival sells what Meridian sells, and each quarter both hold the price or undercut it by
``CUT``. Of the business that is not tied by key account management, ``SWING`` goes with the lower price. Per
euro of revenue, a rival that holds while Meridian holds earns the margin R = m; one that undercuts alone
earns T = (m − c)(1 + g), where g = ``SWING`` × (1 − tied) is what it wins from Meridian; in a war both earn
P = m − c; and it earns S if it holds alone. Without temptation (T below R) T is taken as R.

Who gains by breaking the peace. Against a rule that answers in kind and lets the share f of breaches pass, a
single undercutting pays if T − R > δ (1 − f)(R − S), undercutting for good if T − R > δ (1 − f)(T − P), where
δ is the rival's patience. So a rival keeps the peace if f ≤ 1 − δ*/δ, with the δ* of tit for tat; for δ = 1
this is the models' ``generosity_limit``. Against a rule that never forgives, δ* ≤ δ is enough; against one
that never answers nothing is, unless there is no temptation.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.repeated_game import Move, play, tit_for_tat_threshold
from kamlab.widgets.u03 import nordlys

FAMILY = "Standard drives"
CUT = 0.05  # share of the price
SWING = 0.45  # share of the untied business that goes with the lower price
MISREAD = 0.05  # chance that a move comes out as its opposite: a special price seen as a new one
QUARTERS, COURSES = 16, 60  # the length of a course, and how many are drawn
SHOWN = 35  # the course shown: over several rules, the one nearest to the mean of all
TYING = 0.06  # of the revenue: what tying all business would cost a year; the last customers are the dearest
PATIENCE = 0.55  # what next quarter's euro is worth today to the rival that undercuts when it pays
GOAL_PROFIT = 241_000.0  # EUR a quarter
GOAL_PEACE = 0.60  # share of quarters and regions in which both hold the price
HOLD, KIND, GRIM, WAR = "hold", "kind", "grim", "war"
TALION, GRANIT, BRISK, CLEMENS = "Talion Drives", "Granit Motors", "Brisk Motion", "Clemens Electric"
RIVALS = (TALION, GRANIT, BRISK, CLEMENS)
_RULES = {TALION: "tit for tat", GRANIT: "grim trigger", CLEMENS: "generous tit for tat"}
_MINE = {HOLD: "always cooperate", GRIM: "grim trigger", WAR: "always defect"}
_ANY_PAYOFFS = (5.0, 3.0, 1.0, 0.0)  # the rules look at moves only
_ROUNDING = 1e-9

Past = tuple[Move, ...]
Shares = dict[str, float]


@dataclass(frozen=True)
class Payoffs:
    """What a side earns per euro of its revenue (shares): T, R, P and S of the repeated game."""

    temptation: float
    reward: float
    punishment: float
    sucker: float

    def earned(self, shares: Shares) -> float:
        """The mean over quarters; ``shares`` says how often both hold (CC), ... both undercut (DD)."""
        each = {"CC": self.reward, "CD": self.sucker, "DC": self.temptation, "DD": self.punishment}
        return sum(each[pair] * share for pair, share in shares.items())


@dataclass(frozen=True)
class Market:
    """What Meridian does and what comes of it, over all four regions.

    Args:
        rule: ``HOLD``, ``KIND``, ``GRIM`` or ``WAR``.
        forgiven: the share of breaches that it lets pass (``KIND`` only).
        tied: the share of its business tied by key account management.
        threshold: δ*, the patience that a rival needs to keep the peace.
        attacked: whether the impatient rival gains by undercutting.
        shares: by rival, how often both hold (CC), only Meridian (CD), only the rival (DC) or none (DD).
        tying: cost of tying, EUR a quarter.
        profit: Meridian's after that, EUR a quarter.
        rivals: all four rivals' profit, EUR a quarter.
    """

    rule: str
    forgiven: float
    tied: float
    threshold: float
    attacked: bool
    shares: dict[str, Shares]
    tying: float
    profit: float
    rivals: float

    @property
    def peace(self) -> float:
        """The share of quarters and regions in which both hold the price."""
        return sum(one["CC"] for one in self.shares.values()) / len(RIVALS)

    @property
    def discount(self) -> float:
        """By how much Meridian's customers pay less than the held price, on average (share)."""
        undercut = sum(one["DC"] + one["DD"] for one in self.shares.values())
        return CUT * undercut / len(RIVALS)


@lru_cache(maxsize=1)
def region() -> tuple[float, float]:
    """A side's revenue in a region (EUR a quarter) and its margin (share), from the ledger."""
    revenue, margin = nordlys.family(FAMILY)
    return revenue / 4 / len(RIVALS), margin


def payoffs(tied_here: float, tied_there: float) -> Payoffs:
    """A side's payoffs, where ``tied_here`` of its own business is tied and ``tied_there`` of the other's."""
    margin = region()[1]
    return Payoffs(
        temptation=max((margin - CUT) * (1 + SWING * (1 - tied_there)), margin),
        reward=margin,
        punishment=margin - CUT,
        sucker=margin * (1 - SWING * (1 - tied_here)),
    )


def threshold(tied: float) -> float:
    """δ*: how much the next quarter must count for a rival that keeps the peace with Meridian."""
    rival = payoffs(0, tied)
    return tit_for_tat_threshold(rival.temptation, rival.reward, rival.punishment, rival.sucker)


def forgivable(tied: float, patience: float = PATIENCE) -> float:
    """The most breaches to let pass that keep a rival of this patience at peace (share; below 0: none)."""
    return 1 - threshold(tied) / patience


def is_attacked(rule: str, forgiven: float, tied: float) -> bool:
    """Whether the impatient rival gains by undercutting, given Meridian's rule."""
    if rule == WAR:
        return True
    if rule == HOLD:
        return threshold(tied) > 0
    return (0.0 if rule == GRIM else forgiven) > forgivable(tied) + _ROUNDING


@lru_cache(maxsize=256)
def market(rule: str, forgiven: float, tied: float) -> Market:
    """What comes of Meridian's rule.

    Args:
        rule: ``HOLD``, ``KIND``, ``GRIM`` or ``WAR``.
        forgiven: the share of breaches that ``KIND`` lets pass (0 to 1).
        tied: the share of its business tied by key account management (0 to 1).
    """
    passed = forgiven if rule == KIND else 0.0
    attacked = is_attacked(rule, passed, tied)
    shares = {name: _shares(rule, passed, theirs(name, attacked=attacked)) for name in RIVALS}
    revenue = region()[0]
    tying = TYING * tied**2 * revenue * len(RIVALS)
    mine, other = payoffs(tied, 0), payoffs(0, tied)
    earned = sum(mine.earned(one) for one in shares.values()) * revenue
    return Market(
        rule=rule,
        forgiven=passed,
        tied=tied,
        threshold=threshold(tied),
        attacked=attacked,
        shares=shares,
        tying=tying,
        profit=earned - tying,
        rivals=sum(other.earned(_turned(one)) for one in shares.values()) * revenue,
    )


def theirs(name: str, *, attacked: bool) -> str:
    """The rule of a rival; the impatient one answers in kind where undercutting does not pay."""
    if name == BRISK:
        return "always defect" if attacked else "tit for tat"
    return _RULES[name]


def _turned(shares: Shares) -> Shares:
    """The same quarters, seen from the other side."""
    return {pair[::-1]: share for pair, share in shares.items()}


@lru_cache(maxsize=256)
def course(rule: str, forgiven: float, their_rule: str, seed: int) -> tuple[tuple[Move, Move], ...]:
    """One course of ``QUARTERS`` quarters: what Meridian and the rival did in each."""
    mine = _MINE[rule] if rule in _MINE else _in_kind(forgiven, seed)
    return play(mine, their_rule, _ANY_PAYOFFS, QUARTERS, MISREAD, seed).moves


def _in_kind(forgiven: float, seed: int) -> Callable[[Past, Past], Move]:
    """Tit for tat that lets the share ``forgiven`` of breaches pass, by draws of its own."""
    draw = random.Random(1_000_000 + seed)  # noqa: S311 - a seeded example, no secret

    def answer(_mine: Past, other: Past) -> Move:
        passes = draw.random() < forgiven  # in every round, so that later draws do not depend on moves
        return "D" if other and other[-1] == "D" and not passes else "C"

    return answer


@lru_cache(maxsize=256)
def _shares(rule: str, forgiven: float, their_rule: str) -> Shares:
    """How often both held (CC), ... both undercut (DD), over many courses."""
    played = (pair for seed in range(COURSES) for pair in course(rule, forgiven, their_rule, seed))
    counts = Counter(mine + other for mine, other in played)
    return {pair: counts[pair] / (COURSES * QUARTERS) for pair in ("CC", "CD", "DC", "DD")}


def peace_profit() -> float:
    """What Meridian would earn if all held the price and nothing were spent on it, EUR a quarter."""
    return region()[0] * len(RIVALS) * payoffs(0, 0).reward


def war_profit() -> float:
    """What Meridian would earn if all undercut all the time, EUR a quarter."""
    return region()[0] * len(RIVALS) * payoffs(0, 0).punishment
