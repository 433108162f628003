"""What a partner can take once one has invested for her, and whether to merge.

Before an investment there are many possible partners; after it there is one. What the investment earns above
the running costs and its value elsewhere is a *quasi-rent*: it is needed to pay for the investment, but once
the money is spent, its owner goes on as long as the rent is not all gone. The partner can ask for the part
of it that the owner could not earn with the next best partner, and asks when the contract leaves a gap. A
firm that depends on a small supplier for a core product faces this, and a second danger: that the supplier
fails.

What can be taken. An owner whose next best customer pays less stays as long as he gets more from this one.
So of the price p all above the next best price p' is at stake, if anything is: max(0, p − p'). An offer below
running costs and salvage value is no alternative: then he would rather scrap the asset, and all of the
quasi-rent is at stake. So p' is at least operating cost plus salvage, and what is at stake never exceeds the
quasi-rent.

Merge or contract. Let A be the rent at stake in a year and h the chance that the contract leaves a gap in it.
Then both spend on winning A: lawyers, delays, second sources kept alive. Say who spends x against z wins with
the chance xᵏ / (xᵏ + zᵏ). From A xᵏ / (xᵏ + zᵏ) − x the best answer to an equal rival is x = k A / 4, and
taking part pays for k up to 2. Together they waste w A with w = k / 2: nothing where spending decides
nothing, half where chances follow spending in proportion, all of it where the bigger spender is far ahead.
The owner held A and now expects A / 2 − w A / 2, so he loses (1 + w) A / 2; the partner gains (1 − w) A / 2;
and w A is gone. Only what is gone is a cost for both together: the rest changes hands, and a price agreed
beforehand can make up for it. Over n years at the discount rate d a yearly euro is worth a = Σ (1 + d)⁻ᵗ.
With C to write, watch and enforce the contract in a year, a chance f that the supplier fails in a year and a
loss L when she does, a contract costs a (C + h w A + f L). A merger costs I once (advice, integration; the
price of the shares only changes hands) and B in each year: salaries instead of prices, and managers who no
longer earn what they save. There is nobody left to hold up, and the larger firm stands behind the supplier's
debts. The contract costs h w more a year for each euro at stake, the merger nothing: above A* = (I / a + B −
C − f L) / (h w) the merger is cheaper. That is the claim of the theory: the more specific the assets, the
more is made inside. Where both cost the same the contract stands, since a merger is hard to undo.

Default. A firm's shares are a call option on the firm, and the two equations in ``merton`` have exactly one
solution for every price and every swing of the shares above 0. Hold E, and let σ_V rise: V N(d₁) = E +
D e^{−rT} N(d₂) falls, but σ_V V N(d₁) rises all the same, because its derivative has the sign of
1 − (n / N)(d₁ + n / N), where n is the normal density at d₁ and N the chance below it. This is the variance
of a normal variable that is cut off above d₁, so it is positive (sampford1953). With σ_V the product runs
from 0 to infinity, so it meets σ_E E once.

What they leave out: the investment that is never made for fear of all this, which may cost more than the
fight; a name for fair dealing, which holds back whoever wants other partners (see ``repeated_game``); shares
in each other as a middle way; the hold-up that goes on inside a firm; and in ``merton`` debts due at many
dates, ruin before the date, and that the chance is the market's price of the risk, which lies above the
frequency of defaults.
"""

import math
from dataclasses import dataclass
from enum import Enum

from kamlab.models._domain import ANY, NOT_NEGATIVE, SHARE, number, result, whole
from kamlab.models._merton import MertonFirm, merton

__all__ = [
    "Governance",
    "MergeOrContract",
    "MertonFirm",
    "appropriable_quasi_rent",
    "merge_or_contract",
    "merton",
    "quasi_rent",
]


class Governance(Enum):
    """How two firms that need each other go on."""

    CONTRACT = "contract"
    MERGE = "merge"


@dataclass(frozen=True)
class MergeOrContract:
    """What a contract and a merger cost both sides together, and what hold-up does to each of them.

    Args:
        cheaper: which of the two costs less; the contract where they cost the same.
        contract_cost: what the contract costs over the years (currency today).
        merge_cost: what the merger costs over the years (currency today).
        owner_loss: what hold-up under the contract is expected to cost whoever has invested (currency today).
        partner_gain: what it is expected to bring the other (currency today); the difference is wasted.
        break_even_rent: the rent at stake from which on the merger is the cheaper (currency a year); 0 where
            it is so at any rent, ``None`` where no rent makes it so.
    """

    cheaper: Governance
    contract_cost: float
    merge_cost: float
    owner_loss: float
    partner_gain: float
    break_even_rent: float | None


def quasi_rent(revenue: float, operating: float, salvage: float) -> float:
    """What an asset earns above what keeps its owner from scrapping it.

    What was paid for it does not count: that is gone. As long as this is above 0 the owner goes on, even if
    it will never pay back the investment. All figures are for the same period.

    Args:
        revenue: what the asset earns (currency, any).
        operating: what running it costs (currency, 0 or more).
        salvage: what it would bring elsewhere, for the same period (currency; negative where it costs to be
            rid of it).

    Returns:
        The quasi-rent (currency); below 0 the owner does better to scrap the asset.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        revenue − operating − salvage

    Source:
        klein1978, the printing press, in dollars a day; its owner has to pay 4,000 a day for it.

    >>> quasi_rent(revenue=5500, operating=1500, salvage=1000)
    3000.0
    """
    earned, salvaged = number("revenue", revenue, ANY), number("salvage", salvage, ANY)
    return result("revenue", revenue, earned - number("operating", operating, NOT_NEGATIVE) - salvaged)


def appropriable_quasi_rent(price: float, next_best: float) -> float:
    """How much of the price a partner can take back without losing the owner to somebody else.

    A second customer who pays almost as much protects better than any clause.

    Args:
        price: p, what the partner pays (currency, any).
        next_best: p', what the second-best partner would pay (currency, any); at least operating cost and
            salvage value, which the owner can have without her.

    Returns:
        What is at stake (currency, 0 or more; 0 where the second-best pays as much).

    Raises:
        ModelError: a value that is no finite number.

    Equation:
        max(0, p − p')

    Source:
        klein1978 defines what is at stake. The offer of 3,500 a day for its press is as the paper is quoted.

    >>> appropriable_quasi_rent(price=5500, next_best=3500)
    2000.0
    """
    paid, offered = number("price", price, ANY), number("next_best", next_best, ANY)
    return result("price", price, max(0.0, paid - offered))


def merge_or_contract(  # noqa: PLR0913, PLR0917 - what a contract costs, what a merger costs, and how long
    appropriable: float,
    holdup_chance: float,
    contracting_cost: float,
    merging_cost: float,
    hierarchy_cost: float,
    years: int,
    discount: float,
    waste: float = 0.5,
    failure_chance: float = 0,
    failure_loss: float = 0,
) -> MergeOrContract:
    """Whether two firms that depend on each other should merge or rely on a contract.

    The one that costs both together less is the better for both, since the price can divide the gain. The
    form of the costs is this course's own (see the module); the comparison is that of the sources.

    Args:
        appropriable: A, the rent at stake (currency a year, 0 or more), for example from
            ``appropriable_quasi_rent``.
        holdup_chance: h, how likely the contract leaves a gap in a year (0 to 1).
        contracting_cost: C, what it costs to write, watch and enforce the contract (currency a year, 0 or
            more).
        merging_cost: I, what merging costs once, without the price of the shares (currency, 0 or more).
        hierarchy_cost: B, what running the other firm inside costs more than buying from it (currency a year;
            negative where it costs less).
        years: n, how long the two will need each other (years, a whole number, 1 or more).
        discount: d, the yearly discount rate (share, 0 or more).
        waste: w, the part of the rent that a fight over it uses up (share, 0 to 1).
        failure_chance: f, how likely the supplier fails in a year (0 to 1); with ``merton`` for one year.
        failure_loss: L, what that costs under a contract (currency, 0 or more).

    Returns:
        The cheaper of the two, what each costs, what hold-up means for either side, and the rent that tips
        the balance.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        with a = Σ_{t=1..n} (1 + d)⁻ᵗ: contract a (C + h w A + f L), merger I + a B; owner −a h (1 + w) A / 2,
        partner +a h (1 − w) A / 2; A* = (I / a + B − C − f L) / (h w)

    Source:
        klein1978 and williamson1985 for the comparison, tullock1980 for the fight; the form is derived in the
        module.

    >>> costs = {"contracting_cost": 20, "merging_cost": 500, "hierarchy_cost": 50}
    >>> choice = merge_or_contract(400, holdup_chance=0.5, **costs, years=10, discount=0)  # derived
    >>> choice.cheaper.value, choice.contract_cost, choice.merge_cost, choice.break_even_rent
    ('merge', 1200.0, 1000.0, 320.0)
    """
    rent = number("appropriable", appropriable, NOT_NEGATIVE)
    chance = number("holdup_chance", holdup_chance, SHARE)
    wasted = chance * number("waste", waste, SHARE)
    failing = number("failure_chance", failure_chance, SHARE)
    failure = failing * number("failure_loss", failure_loss, NOT_NEGATIVE)
    yearly = number("contracting_cost", contracting_cost, NOT_NEGATIVE) + failure
    once = number("merging_cost", merging_cost, NOT_NEGATIVE)
    inside = number("hierarchy_cost", hierarchy_cost, ANY)
    factor = _annuity(years, number("discount", discount, NOT_NEGATIVE))
    contracting = result("contracting_cost", contracting_cost, factor * (yearly + wasted * rent))
    merging = result("merging_cost", merging_cost, once + factor * inside)
    return MergeOrContract(
        cheaper=Governance.CONTRACT if contracting <= merging else Governance.MERGE,
        contract_cost=contracting,
        merge_cost=merging,
        owner_loss=result("appropriable", appropriable, factor * rent * (chance + wasted) / 2),
        partner_gain=result("appropriable", appropriable, factor * rent * (chance - wasted) / 2),
        break_even_rent=_break_even(once / factor + inside - yearly, wasted),
    )


def _annuity(years: object, rate: float) -> float:
    """What a euro at the end of each of the years is worth today."""
    periods = whole("years", years, least=1)
    return -math.expm1(-periods * math.log1p(rate)) / rate if rate > 0 else float(periods)


def _break_even(dearer: float, wasted: float) -> float | None:
    """From which rent on the merger is cheaper; ``dearer`` is what it costs more in a year without any."""
    if dearer < 0:
        return 0.0
    rent = dearer / wasted if wasted > 0 else math.inf
    return rent if math.isfinite(rent) else None
