"""The mixed market of ``spatial``: is it served better with a public firm or without?"""

import math
from dataclasses import dataclass

from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, number, result, whole

__all__ = ["MixedOligopoly", "mixed_oligopoly", "privatisation_threshold"]


@dataclass(frozen=True)
class MixedOligopoly:
    """A market with a public firm, and the same market after it has been privatised.

    Welfare is what customers gain and firms earn together, as a multiple of the highest price times the
    largest quantity that customers would take.

    Args:
        mixed: welfare with the public firm (no unit, 0 to 0.5).
        privatised: welfare with one private firm more in its place (no unit, 0 to 0.5).
        first_best: welfare if all firms sold at marginal cost (no unit, 0 to 0.5).
        price_mixed: the price with the public firm (share of the highest price).
        price_privatised: the price after privatisation (share of the highest price).
        public_output: what the public firm makes (share of the largest quantity).
        private_output: what each private firm makes beside it (share of the largest quantity).
        privatised_output: what each firm makes after privatisation (share of the largest quantity).
    """

    mixed: float
    privatised: float
    first_best: float
    price_mixed: float
    price_privatised: float
    public_output: float
    private_output: float
    privatised_output: float


def mixed_oligopoly(private_firms: int, cost_slope: float) -> MixedOligopoly:
    """Whether a market is served better with a public firm in it or after that firm has been privatised.

    Few private firms: keep it, it holds the price down. Many: sell it, the rivals hold the price down and the
    public firm only makes too large a part at too high a cost.

    Demand is measured so that the highest price is 1 and so is the largest quantity. For P = a − b Q and
    costs of c q + d q² / 2 pass d / b as the slope and multiply welfare by (a − c)² / b.

    Args:
        private_firms: n, how many private firms there are besides the public one (whole, 0 or more).
        cost_slope: k, how fast the cost of one more unit rises with the quantity (no unit: a multiple of the
            slope of demand, 0 or more).

    Returns:
        Welfare with the public firm, after privatisation and at best; prices and quantities.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        With A = 1 + k: mixed ½ − k (A³ + n k²) / (2 (A² + n k)²); privatised ½ − (A² + k (n + 1)) / (2 (A +
        n + 1)²); at best (n + 1) / (2 (n + 1 + k))

    Source:
        defraja1989; the closed forms and figures are derived in the module's text.

    >>> for firms in (1, 3):
    ...     market = mixed_oligopoly(private_firms=firms, cost_slope=1)
    ...     print(f"{market.mixed:.4f} {market.privatised:.4f}")
    0.3200 0.3125
    0.3878 0.3889
    """
    rivals = float(whole("private_firms", private_firms))
    slope = number("cost_slope", cost_slope, NOT_NEGATIVE)
    part = slope / (1 + slope)  # what a private firm makes for one unit of the public one
    public = 1 / result("private_firms", private_firms, 1 + slope + rivals * part)
    each = 1 / result("private_firms", private_firms, rivals + 2 + slope)
    return MixedOligopoly(
        mixed=_welfare(slope, (1, public), (rivals, part * public)),
        privatised=_welfare(slope, (rivals + 1, each)),
        first_best=(rivals + 1) / (rivals + 1 + slope) / 2,
        price_mixed=slope * public,
        price_privatised=(1 + slope) * each,
        public_output=public,
        private_output=part * public,
        privatised_output=each,
    )


def privatisation_threshold(cost_slope: float) -> float:
    """How many private firms a market needs so that privatising the public one raises welfare.

    Args:
        cost_slope: k, how fast the cost of one more unit rises with the quantity (no unit: a multiple of the
            slope of demand, above 0).

    Returns:
        n (number, not rounded): with more private firms privatisation raises welfare, with fewer it lowers
        it. It is above 2 for every k.

    Raises:
        ModelError: a value outside the range above.

    Equation:
        n (n + 1) = (1 + k)³ / k

    Source:
        Derived in the module's text from the market of defraja1989.

    >>> round(privatisation_threshold(cost_slope=1), 4)  # derived: (√33 − 1) / 2
    2.3723
    """
    slope = number("cost_slope", cost_slope, POSITIVE)
    product = result("cost_slope", cost_slope, (1 + slope) * (1 + slope) * (1 + 1 / slope))
    return math.sqrt(0.25 + product) - 0.5


def _welfare(slope: float, *groups: tuple[float, float]) -> float:
    """What customers gain and firms earn, for groups of so many firms that make so much each."""
    made = math.fsum(firms * each for firms, each in groups)
    # In this order no square of a small quantity is lost.
    cost = math.fsum((slope * each) * (firms * each) for firms, each in groups) / 2
    return made * (1 - made / 2) - cost
