"""Heat pumps in a town must be serviced: by the town's own firm, by private ones, or by both.

The market is ``spatial.mixed_oligopoly``, in euros: nobody pays more than the highest price, and the cost of
a call rises with a firm's work, because good fitters are scarce. The town can train some. All is assumed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.spatial import MixedOligopoly, mixed_oligopoly

HIGHEST = 200.0  # EUR a call, above which nobody calls
BASE = 40.0  # EUR that a call costs a firm that has hardly any
MOST_CALLS = 20_000  # a year, at a price of BASE
SCALE = (HIGHEST - BASE) * MOST_CALLS  # EUR a year for one unit of the model
FIXED = 60_000.0  # EUR a year for each firm, the town's too
STEEP, FLAT, HALF = 0.8, 0.4, 40_000.0  # what training can take from the slope, what it cannot, EUR for half
FEE = 0.70  # of the profit that a buyer of the town's firm pays the town
MOST_FIRMS, MOST_TRAINING = 6, 120_000
PART = 25.0  # EUR of parts a call that firms buy from Meridian

MOST_PRICE = 82.0  # EUR a call
LEAST_PROFIT = 15_000.0  # EUR a year for each private firm
LEAST_GAIN = 960_000.0  # EUR a year for users, firms and town together


@dataclass(frozen=True)
class Plan:
    """How the town is served; EUR a year where nothing else is said.

    Args:
        public: the town keeps its own firm; else it is sold and goes on as one private firm more.
        others: private firms beside it.
        training: what the town spends on training fitters.
        slope: how fast the cost of a call rises with a firm's work (the model's k).
        market: the model's answer.
    """

    public: bool
    others: int
    training: float
    slope: float
    market: MixedOligopoly

    @property
    def firms(self) -> int:
        """All firms."""
        return self.others + 1

    @property
    def private(self) -> int:
        """The private ones among them."""
        return self.firms - self.public

    @property
    def price(self) -> float:
        """What a call costs its user, EUR."""
        part = self.market.price_mixed if self.public else self.market.price_privatised
        return BASE + part * (HIGHEST - BASE)

    @property
    def each_calls(self) -> float:
        """Calls of a private firm."""
        part = self.market.private_output if self.public else self.market.privatised_output
        return part * MOST_CALLS

    @property
    def town_calls(self) -> float:
        """Calls of the town's firm; 0 where it is sold."""
        return self.market.public_output * MOST_CALLS if self.public else 0.0

    @property
    def calls(self) -> float:
        """All calls."""
        return self.town_calls + self.private * self.each_calls

    @property
    def surplus(self) -> float:
        """What users gain: half of the distance from the highest price to theirs, on every call."""
        return (HIGHEST - self.price) * self.calls / 2

    @property
    def each_profit(self) -> float:
        """What a private firm earns after its fixed cost, before a fee."""
        return _profit(self, self.each_calls)

    @property
    def town_income(self) -> float:
        """What the town's firm leaves it, or its buyer pays."""
        return _profit(self, self.town_calls) if self.public else FEE * max(0.0, self.each_profit)

    @property
    def purse(self) -> float:
        """What the town has left after training."""
        return self.town_income - self.training

    @property
    def private_profit(self) -> float:
        """What all private firms keep together, after the fee of the one that was sold."""
        return self.private * self.each_profit - (0.0 if self.public else self.town_income)

    @property
    def gain(self) -> float:
        """What users, firms and town gain together."""
        return self.surplus + self.private_profit + self.purse


def _profit(plan: Plan, calls: float) -> float:
    steepness = plan.slope * (HIGHEST - BASE) / MOST_CALLS  # EUR by which each call is dearer than the last
    return (plan.price - BASE) * calls - steepness * calls**2 / 2 - FIXED


def slope(training: float) -> float:
    """How fast the cost of a call rises after ``training`` EUR a year: each ``HALF`` halves the rest."""
    return float(FLAT + STEEP * 2 ** (-training / HALF))


@lru_cache(maxsize=256)
def plan(public: bool, others: int, training: float) -> Plan:  # noqa: FBT001 - one of the three choices
    """The town with its firm kept or sold, so many private firms beside it, and so much training."""
    k = slope(training)
    return Plan(public, others, training, k, mixed_oligopoly(others, k))


def otherwise(now: Plan) -> Plan:
    """The same with the town's firm sold, or kept."""
    return plan(not now.public, now.others, now.training)


def along(now: Plan) -> Iterator[Plan]:
    """The same with every number of private firms beside the town's."""
    return (plan(now.public, others, now.training) for others in range(MOST_FIRMS + 1))
