"""When trust controls: why partners keep a promise that nobody enforces.

A partner who breaks a promise gains today and loses from tomorrow on. Whether the promise holds depends on
what tomorrow is worth today, δ: the value of next period's euro, times the chance that there is a next period
with this partner. The payoffs of a period decide how large δ must be.

The critical δ. Who keeps the promise earns C each period; who breaks it earns D once and P ever after. The
promise holds if C / (1 − δ) ≥ D + δ P / (1 − δ), that is if C ≥ (1 − δ) D + δ P, so if
δ ≥ (D − C) / (D − P). Without temptation (D = C) that is 0. Where the punishment takes nothing away (P = C)
it is 1: nobody who values today more than tomorrow is held. Where it would even reward (P > C) no δ holds.

Tit for tat. Against a partner who answers in kind, what she does next depends on my last move alone, so only
three plans can be best: keep to it, R / (1 − δ); break it for good, T + δ P / (1 − δ); or break it and make
up for it in turn, (T + δ S) / (1 − δ²). The first is best if δ ≥ (T − R) / (T − P) and δ ≥ (T − R) / (R − S).
The second of these stays below 1 only if 2R > T + S: taking turns must not pay more than cooperation.

Price and quantity. In a price war of n equal firms everybody earns 0: with C = π / n, D = π (a hair below the
price and the whole market is mine) and P = 0, δ ≥ 1 − 1 / n. In quantities, take demand p = 1 − Q and no
cost, which is any straight demand and constant cost in other units. Shares of the monopoly give C = 1 / (4n).
The others then make (n − 1) / (2n), the best answer is (n + 1) / (4n), and D is its square. The equilibrium
is 1 / (n + 1) each, and P its square. With (n + 1)² − 4n = (n − 1)² and (n + 1)² + 4n = n² + 6n + 1 the ratio
(D − C) / (D − P) becomes (n + 1)² / (n² + 6n + 1). Only for two firms is it above the bound for prices, 9/17
against 1/2: with more of them, what undercutting wins grows faster than what a price war costs.

Any game of two. Playing an equilibrium of the single period for ever is an equilibrium of the repeated game,
so it is a threat that will be carried out (friedman1971). A promise holds if each side's δ reaches the
critical one, with D its best answer to what the other has promised, and P its worst equilibrium.

Mistakes. Two who play tit for tat and slip now and then soon do as badly as if they tossed coins: one slip
starts an echo that only the next slip ends. Forgiving some defections ends it. Let f be the share forgiven.
One defection now costs the fall from R to S in the next period with chance 1 − f, so it does not pay if
T − R ≤ (1 − f)(R − S); defecting for good earns f T + (1 − f) P each period, which must not be more than R.
So f ≤ 1 − (T − R) / (R − S) and f ≤ (R − P) / (T − P) = 1 − (T − R) / (T − P): the limit of generosity is one
minus the critical δ of tit for tat.

What it leaves out: that defection may not be seen, or only late; that after a breach both would rather talk
than punish, and that answering in kind need not be best once somebody has slipped; a last period that is
known, from which the promise unravels backwards; firms of different size; and punishments worse than the
equilibrium of the single period, which can hold promises that these do not. Prices that firms agree on are
mostly against the law: the bounds say when a price war is near, not what to do about it.
"""

from fractions import Fraction
from itertools import pairwise

from kamlab.errors import ModelError
from kamlab.models._agreements import Cell, agreement_threshold, critical, stage_equilibria
from kamlab.models._domain import ANY, number, whole
from kamlab.models._play import History, play
from kamlab.models._strategies import FORGIVENESS, Move, Strategy

__all__ = [
    "FORGIVENESS",
    "Cell",
    "History",
    "Move",
    "Strategy",
    "agreement_threshold",
    "bertrand_threshold",
    "cournot_threshold",
    "critical_discount",
    "generosity_limit",
    "play",
    "stage_equilibria",
    "tit_for_tat_threshold",
]

_ROUNDING = Fraction(1, 10**9)


def critical_discount(cooperate: float, deviate: float, punish: float) -> float:
    """How much the future must count so that keeping a promise pays better than breaking it once.

    Compare it with what next period is worth to the partner: 1 / (1 + interest), times the chance that the
    business goes on. The lower the critical value, the more trust the partnership bears without a contract.

    Args:
        cooperate: C, a period's payoff while both keep the promise (currency).
        deviate: D, the payoff of the period in which one breaks it (currency, ``cooperate`` or more).
        punish: P, the payoff of every period after that (currency, at most ``cooperate``).

    Returns:
        δ*, the lowest δ at which the promise holds (share, 0 to 1). 0: there is no temptation. 1: the
        punishment takes nothing away, so that the promise holds for nobody who discounts at all.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        (D − C) / (D − P); 0 where D = C

    Source:
        friedman1971. The values are recomputed.

    >>> critical_discount(cooperate=3, deviate=5, punish=1)
    0.5
    """
    kept, broken = number("cooperate", cooperate, ANY), number("deviate", deviate, ANY)
    after = number("punish", punish, ANY)
    if broken < kept:
        raise ModelError("deviate", f"{broken:g}", f"{kept:g} (cooperate) or more")
    if after > kept:
        raise ModelError("punish", f"{after:g}", f"at most {kept:g} (cooperate)")
    return float(critical(kept, broken, after))


def tit_for_tat_threshold(temptation: float, reward: float, punishment: float, sucker: float) -> float:
    """How likely the next meeting must be so that nobody gains by cheating a partner who answers in kind.

    Args:
        temptation: T, the payoff of who defects while the other cooperates (currency, ``reward`` or more).
        reward: R, the payoff of each while both cooperate (currency, ``punishment`` or more, and at least the
            mean of ``temptation`` and ``sucker``).
        punishment: P, the payoff of each while both defect (currency, ``sucker`` or more).
        sucker: S, the payoff of who cooperates while the other defects (currency).

    Returns:
        δ*, the lowest chance of another meeting, or the lowest δ, at which tit for tat is a best answer to
        itself (share, 0 to 1).

    Raises:
        ModelError: payoffs that are not in the order T ≥ R ≥ P ≥ S, or that make taking turns at defecting
            better than cooperation (T + S > 2R).

    Equation:
        max((T − R) / (T − P), (T − R) / (R − S)); 0 where T = R

    Source:
        axelrod1981; the value for its payoffs 5, 3, 1, 0 is recomputed.

    >>> round(tit_for_tat_threshold(temptation=5, reward=3, punishment=1, sucker=0), 4)
    0.6667
    """
    return float(_tit_for_tat(temptation, reward, punishment, sucker))


def generosity_limit(temptation: float, reward: float, punishment: float, sucker: float) -> float:
    """How many breaches a partner can forgive before it pays the other to breach on purpose.

    Where slips happen, an eye for an eye turns one of them into a feud. Forgiving up to this share of
    breaches ends the feud and still leaves no room to be exploited by a patient partner.

    Args:
        temptation: T, the payoff of who defects while the other cooperates (currency, ``reward`` or more).
        reward: R, the payoff of each while both cooperate (currency, ``punishment`` or more, and at least the
            mean of ``temptation`` and ``sucker``).
        punishment: P, the payoff of each while both defect (currency, ``sucker`` or more).
        sucker: S, the payoff of who cooperates while the other defects (currency).

    Returns:
        The largest share of breaches to forgive (share, 0 to 1), for a δ near 1.

    Raises:
        ModelError: payoffs that ``tit_for_tat_threshold`` refuses.

    Equation:
        min(1 − (T − R) / (R − S), (R − P) / (T − P)) = 1 − δ* of tit for tat

    Source:
        molander1985, nowak1992; the value is recomputed.

    >>> round(generosity_limit(temptation=5, reward=3, punishment=1, sucker=0), 4)
    0.3333
    """
    return float(1 - _tit_for_tat(temptation, reward, punishment, sucker))


def _tit_for_tat(temptation: object, reward: object, punishment: object, sucker: object) -> Fraction:
    given = {"temptation": temptation, "reward": reward, "punishment": punishment, "sucker": sucker}
    best, kept, war, worst = (number(name, value, ANY) for name, value in given.items())
    _in_order(dict(zip(given, (best, kept, war, worst), strict=True)))
    lasting = critical(kept, best, war)
    gain, loss = Fraction(best) - Fraction(kept), Fraction(kept) - Fraction(worst)
    # Payoffs with decimals may miss T + S = 2R by their last binary digit.
    if gain > loss * (1 + _ROUNDING):
        raise ModelError(
            "temptation", f"{best:g}", f"at most {float(2 * Fraction(kept) - Fraction(worst)):g}"
        )
    return max(lasting, min(gain / loss, Fraction(1))) if gain else Fraction(0)


def _in_order(payoffs: dict[str, float]) -> None:
    for (above, high), (below, low) in pairwise(payoffs.items()):
        if low > high:
            raise ModelError(below, f"{low:g}", f"at most {high:g} ({above})")


def bertrand_threshold(firms: int) -> float:
    """How much the future must count so that equal firms do not start a price war.

    Each earns its share of the best common profit as long as nobody undercuts, and nothing after that. Every
    further firm makes the share smaller and the temptation larger.

    Args:
        firms: n, how many equal firms sell the same good (number, whole, 2 or more).

    Returns:
        δ*, the lowest δ at which prices hold (share, 1/2 to 1).

    Raises:
        ModelError: no whole number, or fewer than two firms.

    Equation:
        1 − 1 / n

    Source:
        tirole1988, chapter 6; derived in the module.

    >>> [round(bertrand_threshold(firms), 4) for firms in (2, 3, 10)]
    [0.5, 0.6667, 0.9]
    """
    count = whole("firms", firms, least=2)
    return (count - 1) / count


def cournot_threshold(firms: int) -> float:
    """How much the future must count so that equal firms do not flood the market.

    Each sells its share of the quantity that is best for all; who breaks the promise sells more for one
    period, and after that everybody sells what is best against the others.

    Args:
        firms: n, how many equal firms sell the same good (number, whole, 2 or more).

    Returns:
        δ*, the lowest δ at which quantities hold (share, 9/17 to 1), for straight demand and constant cost,
        whatever their figures.

    Raises:
        ModelError: no whole number, or fewer than two firms.

    Equation:
        (n + 1)² / (n² + 6n + 1)

    Source:
        The reversion to the equilibrium of a single period is friedman1971's; derived in the module.

    >>> cournot_threshold(2) == 9 / 17
    True
    >>> [round(cournot_threshold(firms), 4) for firms in (2, 3, 10)]  # derived
    [0.5294, 0.5714, 0.7516]
    """
    count = whole("firms", firms, least=2)
    return (count + 1) ** 2 / (count**2 + 6 * count + 1)
