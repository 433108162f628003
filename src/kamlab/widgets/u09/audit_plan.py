"""A claim to audit: that the private sector is about a third of global commerce. Published figures and tests.

The figures are real; each carries its source's key in the bibliography. The private share is what the public
share leaves. Two figures are not of the public sector at all: they have the size of the claim, and no more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kamlab.i18n import N_

CLAIM = float(Fraction(1, 3))  # the private share, as claimed
BUDGET = 240_000.0  # EUR a year that Meridian has for winning accounts, public and private (assumed)
MARGIN = 0.05  # that the bound leaves, because sources round and differ
LEAST_BOUND = 0.50  # below that it decides nothing
MONEY, JOBS = "money", "jobs"
TRUE, VAGUE, AGAINST, MEANT = VERDICTS = ("true", "vague", "against", "meant")

# Thousands on payrolls outside farms, December 2015, seasonally adjusted: all, and those in private firms.
_PAYROLLS, _PRIVATE = 143_093, 120_993
# Trillions of USD, 2006: exports of multinationals' affiliates abroad, and of the world.
_AFFILIATES, _EXPORTS = 4.7, 14.1


@dataclass(frozen=True)
class Measure:
    """A published figure.

    Args:
        key: the option's value.
        name: of what, where and when (a message of the catalogue).
        part: what has the ``{share}`` in it (a message of the catalogue).
        published: the share as published, or what follows from published counts: of the public sector, or of
            multinationals where ``sector`` is false.
        source: its key in the bibliography.
        told: the source in words (a message of the catalogue).
        thing: what is counted.
        world: it is of the whole world.
        sector: it compares public with private.
        once: it counts each euro or job once.
        digits: decimals of its percentage that the source gives.
    """

    key: str
    name: str
    part: str
    published: float
    source: str
    told: str
    thing: str
    world: bool
    sector: bool = True
    once: bool = True
    digits: int = 0

    @property
    def fair(self) -> bool:
        """It says something about the private sector's share."""
        return self.sector and self.once

    @property
    def read(self) -> float:
        """The private share that a reader would take from it."""
        return 1 - self.published if self.sector else self.published

    @property
    def times(self) -> float:
        """How many times as large the public part would have to be for the claim to hold."""
        return (1 - CLAIM) / self.published


MEASURES = (
    Measure(
        "exports",
        N_("Exports of affiliates abroad, 2006"),
        N_("about {share} of world exports come from multinationals' affiliates abroad"),
        _AFFILIATES / _EXPORTS,
        "unctad2007",
        N_("UNCTAD 2007"),
        MONEY,
        world=True,
        sector=False,
    ),
    Measure(
        "spending",
        N_("Government spending, France 2017"),
        N_("{share} of output, pensions and grants among it"),
        0.565,
        "oecd2019",
        N_("OECD 2019"),
        MONEY,
        world=False,
        once=False,
        digits=1,
    ),
    Measure(
        "purchases",
        N_("Government purchases, world 2018"),
        N_("{share} of output is bought by governments"),
        0.12,
        "bosio2020",
        N_("Bosio and Djankov 2020"),
        MONEY,
        world=True,
    ),
    Measure(
        "jobs",
        N_("People in work, world"),
        N_("{share} work for the public sector; farmers and shopkeepers are counted"),
        0.11,
        "ilo2024",
        N_("ILO 2024"),
        JOBS,
        world=True,
    ),
    Measure(
        "inside",
        N_("Trade inside firms, world 1995"),
        N_("about {share} of world trade stays inside one multinational"),
        float(Fraction(1, 3)),
        "suns1995",
        N_("UNCTAD 1995"),
        MONEY,
        world=True,
        sector=False,
    ),
    Measure(
        "formal",
        N_("Formal wage jobs, world"),
        N_("{share} of them are public; farmers and day labourers are not counted"),
        0.37,
        "wwbi2021",
        N_("World Bank 2021"),
        JOBS,
        world=True,
    ),
    Measure(
        "oecd",
        N_("Government spending, OECD 2019"),
        N_("{share} of output, pensions and grants among it"),
        0.408,
        "oecd2021",
        N_("OECD 2021"),
        MONEY,
        world=False,
        once=False,
        digits=1,
    ),
    Measure(
        "payrolls",
        N_("Payrolls, United States 2015"),
        N_("{share} of the jobs are public"),
        1 - _PRIVATE / _PAYROLLS,
        "vega2018",
        N_("Bureau of Labor Statistics"),
        JOBS,
        world=False,
        digits=1,
    ),
    Measure(
        "production",
        N_("Public services, OECD 2016"),
        N_("{share} of output is what they cost to produce"),
        0.23,
        "andersson2019",
        N_("Andersson and others 2019"),
        MONEY,
        world=False,
    ),
)


@dataclass(frozen=True)
class Audit:
    """What the auditor says.

    Args:
        bound: at least so much is private (share).
        used: the figures it rests on.
        verdict: one of ``VERDICTS``.
    """

    bound: float
    used: tuple[Measure, ...]
    verdict: str

    @property
    def misfits(self) -> tuple[Measure, ...]:
        """The figures that say nothing about the claim."""
        return tuple(one for one in self.used if not one.fair)

    @property
    def lowest(self) -> Measure | None:
        """The fair figure used that is kindest to the claim; none where none is used."""
        return kindest(self.used)

    @property
    def world(self) -> frozenset[str]:
        """What the fair figures of the whole world count."""
        return frozenset(one.thing for one in self.used if one.fair and one.world)

    @property
    def public_money(self) -> float:
        """The most that may go to public buyers if the bound holds, EUR a year."""
        return (1 - self.bound) * BUDGET


def kindest(measures: Iterable[Measure]) -> Measure | None:
    """The fair figure among ``measures`` with the lowest private share."""
    return min((one for one in measures if one.fair), key=lambda one: one.read, default=None)


def audit(bound: float, used: Iterable[str], verdict: str) -> Audit:
    """The audit that rests on the figures with these keys."""
    keys = set(used)
    return Audit(bound, tuple(one for one in MEASURES if one.key in keys), verdict)


def comparable() -> tuple[Measure, ...]:
    """All figures that compare public with private, fair or not."""
    return tuple(one for one in MEASURES if one.sector)
