"""The still figures of unit 9: what variety costs, where near beats cheap, and a claim beside the counts."""

from dataclasses import dataclass
from fractions import Fraction

from kamlab.i18n import N_, Translator, translator
from kamlab.models.spatial import VarietyCost, hotelling, variety_cost
from kamlab.widgets.bars import LESS, TOTAL, Bar
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import euros, percent
from kamlab.widgets.picture import Words, lines, rowed
from kamlab.widgets.u09.local_plan import CALLS, SERVICES, SHOP, WAY

__all__ = [
    "CLAIM",
    "COUNTED",
    "FEWEST",
    "LEADS",
    "MOST",
    "Counted",
    "Figure",
    "circle",
    "counted",
    "local_share",
    "near",
    "variety",
]

FEWEST, MOST = 2, 16  # shops shown
LEADS = (min(one.lead for one in SERVICES), max(one.lead for one in SERVICES))  # EUR a call
_WORTHS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # EUR, distances shown


def variety(shops: int) -> VarietyCost:
    """What this many shops in the town cost: theirs and the households' ways (EUR a repair)."""
    return variety_cost(shops, WAY, SHOP / CALLS)


def circle(lang: str | None = None) -> Figure:
    """What variety costs in Lindhaven, by the number of shops.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    costs = [(float(n), variety(n)) for n in range(FEWEST, MOST + 1)]
    series = [
        Series(t("shops"), tuple((n, cost.fixed) for n, cost in costs), 8),
        Series(t("households' ways"), tuple((n, cost.travel) for n, cost in costs), 7),
        Series(t("both together"), tuple((n, cost.total) for n, cost in costs), 9),
    ]
    frame = wide(Axis(t("Shops around the lake"), FEWEST, MOST), Axis(t("Cost, EUR a repair"), 0, 40))
    title = t("What variety costs in Lindhaven")
    seen = t("The shops' cost rises in a line, the ways' cost falls steeply; the sum is lowest at six shops.")
    caption = t(
        "Each shop shortens somebody's way and has to be paid for. The sum is lowest with six shops; twelve "
        "can make a living."
    )
    return still(lines(Words("u09-circle", title, seen), frame, series), caption, t)


def local_share(distance: float, lead: float) -> float:
    """The local firm's share of the customers (0 to 1).

    Args:
        distance: what somebody from here is worth, to who minds most (EUR, above 0).
        lead: by how much the chain at the other end does the work more cheaply (EUR, 0 or more).
    """
    return hotelling(distance, lead, 0).share_first


def near(lang: str | None = None) -> Figure:
    """The local firm's share against what distance is worth, for two services.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    worth = Axis(t("What somebody from here is worth, EUR"), 0, 100)
    frame = wide(worth, Axis(t("Local firms' share, %"), 0, 60))
    series = [_shares(LEADS[0], 15, t), _shares(LEADS[1], 10, t, below=True)]
    title = t("Where near beats cheap")
    seen = t("Two curves start at nothing, rise steeply and then flatten below one half.")
    caption = t(
        "The same chain with the same lead takes everything where nearness is worth little, and little more "
        "than half where it is worth much."
    )
    return still(lines(Words("u09-near", title, seen), frame, series), caption, t)


def _shares(lead: float, label_at: int, t: Translator, *, below: bool = False) -> Series:
    points = tuple((float(worth), 100 * local_share(worth, lead)) for worth in _WORTHS)
    name = t("chain cheaper by {amount}", amount=euros(lead, t))
    return Series(name, points, label_at, below)


@dataclass(frozen=True)
class Counted:
    """A private share that somebody counted.

    Args:
        name: of what, where and when (a message of the catalogue).
        public: the public part, as published, or what follows from published counts (share).
        source: its key in the bibliography.
        digits: decimals of its percentage that the source gives.
    """

    name: str
    public: float
    source: str
    digits: int = 0

    @property
    def private(self) -> float:
        """What is left (share)."""
        return 1 - self.public


CLAIM = float(Fraction(1, 3))  # the private share of global commerce, as claimed
# Thousands of people on payrolls in December 2015, seasonally adjusted: in government, and all without farms.
_GOVERNMENT, _PAYROLLS = 22_100, 143_093
COUNTED = (
    Counted(N_("People in work, world"), 0.11, "ilo2024"),
    Counted(N_("Formal wage jobs, world"), 0.37, "wwbi2021"),
    Counted(N_("Payrolls, United States, 2015"), _GOVERNMENT / _PAYROLLS, "vega2018", 1),
    Counted(N_("Not bought by governments, 2018"), 0.12, "bosio2020"),
    Counted(N_("Production, OECD average, 2016"), 0.23, "andersson2019"),
    Counted(N_("Spending, OECD average, 2019"), 0.408, "oecd2021", 1),
    Counted(N_("Spending, France, 2017"), 0.565, "oecd2019", 1),
)


def counted(lang: str | None = None) -> Figure:
    """The claim, and what was counted.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    bars = [
        _bar(t("The claim"), CLAIM, LESS, t),
        *(_bar(t(one.name), one.private, TOTAL, t, one.digits) for one in COUNTED),
    ]
    title = t("The claim, and what was counted")
    seen = t("Eight bars. The claim is the shortest; the others reach from two fifths to nine tenths.")
    caption = t(
        "The private share by seven ways to count. The two at the bottom call everything public that passes "
        "through a government's hands, pensions included; even they leave more than a third."
    )
    words = Words("u09-counted", title, seen)
    axis = Axis(t("Private share, %"), 0, 100)
    return still(rowed(words, t("What is counted"), axis, bars), caption, t)


def _bar(name: str, share: float, group: int, t: Translator, digits: int = 0) -> Bar:
    return Bar(name, 0.0, 100 * share, percent(share, t, digits), group)
