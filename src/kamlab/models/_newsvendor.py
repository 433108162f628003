"""One order for one season: the newsvendor's best choice where demand has finitely many values."""

from dataclasses import dataclass
from itertools import accumulate

from kamlab.models._domain import NOT_NEGATIVE, ROUNDING, distribution, vector


@dataclass(frozen=True)
class Demand:
    """What may be asked for.

    Args:
        levels: the values with a chance above 0, rising, after an order of 0.
        exceeded: the chance that demand is above each.
    """

    levels: tuple[float, ...]
    exceeded: tuple[float, ...]

    def sold(self, order: float) -> float:
        """E min(``order``, demand): the steps up to ``order``, each with the chance to sell all of it."""
        steps = zip(self.levels, self.levels[1:], self.exceeded[:-1], strict=False)
        return sum((high - low) * chance for low, high, chance in steps if high <= order)


@dataclass(frozen=True)
class UnitTerms:
    """What a unit means to whoever orders it.

    Args:
        price: what it brings where it is sold.
        leftover: what it brings where it is left.
        cost: what it costs.
    """

    price: float
    leftover: float
    cost: float

    def profit(self, order: float, sold: float) -> float:
        """What ``order`` units leave when ``sold`` of them are sold."""
        return self.price * sold + self.leftover * (order - sold) - self.cost * order

    def best_orders(self, demand: Demand) -> tuple[float, float]:
        """The smallest and the largest order that leave most.

        One unit more adds less and less, so the search ends at the first level where it adds nothing, and at
        the first where it costs.
        """
        gain, loss = self.price - self.cost, self.cost - self.leftover
        same = ROUNDING * max(self.price, self.cost, abs(self.leftover))
        added = [gain * chance - loss * (1 - chance) for chance in demand.exceeded[:-1]]
        first = next((place for place, unit in enumerate(added) if unit <= same), len(added))
        last = next((place for place, unit in enumerate(added) if unit < -same), len(added))
        return demand.levels[first], demand.levels[last]


def read_demand(demand: object, probabilities: object) -> Demand:
    """Return the values and chances as one distribution: sorted, equal values merged, chances scaled to 1.

    Raises:
        ModelError: lists of different lengths, values below 0, or chances that do not sum to 1.
    """
    sizes = vector("demand", demand, NOT_NEGATIVE)
    chances = distribution("probabilities", probabilities, len(sizes))
    merged = {0.0: 0.0}
    for size, chance in zip(sizes, chances, strict=True):
        if chance > 0:
            merged[size] = merged.get(size, 0.0) + chance
    levels = sorted(merged)
    # Summed from the top, so that the last is exactly 0 and the small chance of a large demand is kept.
    from_top = list(accumulate((merged[level] for level in reversed(levels)), initial=0.0))
    return Demand(tuple(levels), tuple(reversed(from_top[:-1])))
