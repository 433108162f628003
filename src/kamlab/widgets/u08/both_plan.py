"""Joint work on four processes between Meridian and Nordlys: what it saves either side, and what comes of it.

Meridian's minutes, their rate, sales and margin are the ledger's. Nordlys's minutes and their rate, how fast
joint days bear fruit, what freed minutes earn, and how purchases follow is assumed.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.cost_to_serve import time_driven_assignment, time_driven_rates
from kamlab.widgets.u08 import meridian

QUOTES, CALLS, DESK, INSPECTION = "quotes", "calls", "desk", "inspection"
PROCESSES = (QUOTES, CALLS, DESK, INSPECTION)
_ACTIVITY = {QUOTES: "Quotation", CALLS: "Technical hotline", DESK: "Order desk"}
HIS_MINUTES = {QUOTES: 45.0, CALLS: 40.0, DESK: 60.0, INSPECTION: 5.0}  # Nordlys's, each time
HIS_RATE = 0.90  # EUR a minute at Nordlys
CAN_GO = {QUOTES: 0.7, CALLS: 0.5, DESK: 0.9, INSPECTION: 0.8}  # part of a process that joint work can save
HALF = 10.0  # joint days that save half of it
DAY = {"seller": 700.0, "buyer": 600.0}  # EUR for a joint day, once
YEARS = 3.0  # over which the days are counted
PERSON = 85_000.0  # minutes that a person of the department supplies a year
EARNED = 0.80  # EUR that a freed minute earns with other accounts
FOLLOWS = 2.0  # points of its need that Nordlys moves to Meridian for each percent that it gains
MOST_DAYS = 80.0
BUYER_GOAL, SELLER_GOAL = 65_000.0, 85_000.0  # EUR a year: Nordlys's own work, Meridian's gain
SCALE = 0.82  # part of Nordlys's need
IDLE, FEWER, OTHERS = "idle", "fewer", "others"


@dataclass(frozen=True)
class Programme:
    """Joint work and what follows; EUR a year where nothing else is said.

    Args:
        days: joint days by process.
        freed: what becomes of freed minutes: ``"idle"``, ``"fewer"`` people, or ``"others"``' work.
        cut: of the price, a share.
        part: of Nordlys's need that it buys from Meridian (share).
        his_saving: what its own minutes saved are worth to Nordlys, by process.
        assigned: what Meridian's minutes for Nordlys cost.
        unused: what Meridian's freed minutes cost; they are paid all the same.
        minutes: freed at Meridian, growth served (min a year).
    """

    days: dict[str, float]
    freed: str
    cut: float
    part: float
    his_saving: dict[str, float]
    assigned: float
    unused: float
    minutes: float

    @property
    def all_days(self) -> float:
        """Joint days in all."""
        return sum(self.days.values())

    @property
    def sales(self) -> float:
        """To Nordlys, at the old price."""
        return self.part * meridian.spending()

    @property
    def more(self) -> float:
        """The margin over goods on what Nordlys buys more."""
        return (self.sales - meridian.account().revenue) * margin()

    @property
    def used(self) -> float:
        """What the freed minutes bring: nothing, whole people's cost, or work for others."""
        if self.freed == FEWER:
            return max(0.0, self.minutes // PERSON) * PERSON * rate()
        return EARNED * max(0.0, self.minutes) if self.freed == OTHERS else 0.0

    @property
    def seller_days(self) -> float:
        """What the joint days cost Meridian."""
        return DAY["seller"] * self.all_days / YEARS

    @property
    def buyer_days(self) -> float:
        """What the joint days cost Nordlys."""
        return DAY["buyer"] * self.all_days / YEARS

    @property
    def given(self) -> float:
        """What the lower price costs Meridian."""
        return self.cut * self.sales

    @property
    def overrun(self) -> float:
        """What minutes beyond today's cost Meridian, where growth needs more than joint work frees."""
        return max(0.0, -self.unused)

    @property
    def seller_gain(self) -> float:
        """What Meridian gains."""
        return self.used + self.more - self.given - self.seller_days - self.overrun

    @property
    def his_work(self) -> float:
        """What Nordlys's own work costs it less."""
        return sum(self.his_saving.values())

    @property
    def buyer_gain(self) -> float:
        """What Nordlys gains on what it buys today."""
        return _buyer_gain(self.days, self.cut)


@lru_cache(maxsize=1)
def rate() -> float:
    """What a minute of Meridian's service department costs, EUR."""
    return time_driven_rates(*meridian.department(), (1.0,))[0]


@lru_cache(maxsize=1)
def margin() -> float:
    """What a euro of sales to Nordlys leaves after the goods."""
    one = meridian.account()
    return (one.profit + one.cost_to_serve) / one.revenue


@lru_cache(maxsize=8)
def times(process: str) -> float:
    """How often a process runs a year: the ledger's activities, and every drive that is inspected."""
    return meridian.drives() if process == INSPECTION else meridian.work(_ACTIVITY[process]).times


@lru_cache(maxsize=8)
def her_minutes(process: str) -> float:
    """Meridian's minutes each time; none where only Nordlys works."""
    if process == INSPECTION:
        return 0.0
    return meridian.work(_ACTIVITY[process]).minutes / times(process)


def cost(process: str) -> tuple[float, float]:
    """What a process costs Meridian and Nordlys today, EUR a year."""
    count = times(process)
    return count * her_minutes(process) * rate(), count * HIS_MINUTES[process] * HIS_RATE


def saved(process: str, days: float) -> float:
    """The part of a process that so many joint days save: each ten save half of what is left to save."""
    return CAN_GO[process] * (1 - 2 ** (-days / HALF))


def _his_saving(days: dict[str, float]) -> dict[str, float]:
    return {one: saved(one, days[one]) * cost(one)[1] for one in PROCESSES}


def _buyer_gain(days: dict[str, float], cut: float) -> float:
    paid = DAY["buyer"] * sum(days.values()) / YEARS
    return sum(_his_saving(days).values()) - paid + cut * meridian.account().revenue


def part(gain: float) -> float:
    """The part of its need that Nordlys buys from Meridian when it gains so much, EUR a year."""
    bought, need = meridian.account().revenue, meridian.spending()
    return min(1.0, max(0.0, bought / need + FOLLOWS * gain / bought))


def programme(days: dict[str, float], freed: str, cut: float) -> Programme:
    """What follows for both sides from joint days, the use of freed minutes, and a lower price."""
    bought = part(_buyer_gain(days, cut))
    growth = bought * meridian.spending() / meridian.account().revenue
    here = [one for one in PROCESSES if one != INSPECTION]
    found = time_driven_assignment(
        meridian.account().minutes * rate(),
        meridian.account().minutes,
        [her_minutes(one) for one in here],
        [times(one) * (1 - saved(one, days[one])) * growth for one in here],
    )
    return Programme(
        days, freed, cut, bought, _his_saving(days), found.assigned, found.unused, found.minutes_unused
    )


@lru_cache(maxsize=1)
def today() -> Programme:
    """No joint work, the old price."""
    return programme(dict.fromkeys(PROCESSES, 0.0), IDLE, 0.0)
