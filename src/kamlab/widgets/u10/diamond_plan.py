"""Ten people of Meridian and Nordlys, who should work together, and what talking and passing on costs.

The people of Nordlys are the ledger's contacts. What joint work is worth when two people talk directly, how
much is lost with each go-between, and the hours are assumed. Betweenness and the E-I index come from
``kamlab.models.convergence``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.convergence import contact_network, contacts_by_side, ei_by_chance, ei_index

SELLER, BUYER = FIRMS = ("seller", "buyer")
INGRID, PLANNING, QUALITY, SERVICE, HANNE = MERIDIAN = ("ingrid", "planning", "quality", "service", "hanne")
STEFAN, LUCIA, HUGO, TESS, FELIX = NORDLYS = ("stefan", "lucia", "hugo", "tess", "felix")
PEOPLE = MERIDIAN + NORDLYS
APEXES = (INGRID, STEFAN)
EXPERTS = tuple(person for person in PEOPLE if person not in APEXES)
FIRM: dict[str | int, str | int] = {person: SELLER if person in MERIDIAN else BUYER for person in PEOPLE}

ACROSS, INSIDE = 6.0, 3.0  # hours a month that a contact takes from each of its two people
PASSING = 0.5  # hours a month for each pair of others that a person stands between
APEX_HOURS = 36.0  # hours a month that Ingrid and Stefan each have for all this
WAGE = 50.0  # EUR an hour of an expert who is freed for contacts
MONTHS = 12
KEPT = 0.5  # of what joint work is worth that is left after each go-between

MOST_HOURS = 16  # hours a month that an expert can be freed at most: there is other work
GAIN = 130_000.0  # EUR a year more than with the bow tie, for each firm
LEAVE = 0.25  # of the others' joint work that may be lost when one person leaves
INDEX = 0.0  # the E-I index: as many contacts across as inside

Link = tuple[str, str]


@dataclass(frozen=True)
class Work:
    """Joint work of two people: what it is worth to each firm when they talk directly, EUR a year."""

    pair: Link
    seller: float
    buyer: float


WORK = (
    Work((INGRID, STEFAN), 40_000.0, 30_000.0),
    Work((PLANNING, LUCIA), 70_000.0, 60_000.0),
    Work((QUALITY, HUGO), 40_000.0, 50_000.0),
    Work((SERVICE, TESS), 40_000.0, 70_000.0),
    Work((HANNE, STEFAN), 40_000.0, 40_000.0),
    Work((PLANNING, FELIX), 40_000.0, 30_000.0),
    Work((INGRID, PLANNING), 30_000.0, 10_000.0),
    Work((PLANNING, HANNE), 40_000.0, 10_000.0),
    Work((QUALITY, SERVICE), 30_000.0, 10_000.0),
    Work((STEFAN, LUCIA), 10_000.0, 30_000.0),
    Work((HUGO, TESS), 10_000.0, 30_000.0),
    Work((STEFAN, FELIX), 10_000.0, 30_000.0),
)
CROSSING: tuple[Link, ...] = (
    (INGRID, STEFAN),
    (PLANNING, LUCIA),
    (QUALITY, HUGO),
    (SERVICE, TESS),
    (HANNE, STEFAN),
    (PLANNING, FELIX),
    (INGRID, LUCIA),
    (SERVICE, HUGO),
)
AT_MERIDIAN: tuple[Link, ...] = (
    (INGRID, PLANNING),
    (INGRID, QUALITY),
    (INGRID, SERVICE),
    (INGRID, HANNE),
    (PLANNING, HANNE),
    (QUALITY, SERVICE),
)
AT_NORDLYS: tuple[Link, ...] = (
    (STEFAN, LUCIA),
    (STEFAN, HUGO),
    (STEFAN, TESS),
    (STEFAN, FELIX),
    (HUGO, TESS),
    (LUCIA, FELIX),
)
LINKS = CROSSING + AT_MERIDIAN + AT_NORDLYS
BOW_TIE = frozenset([CROSSING[0], *AT_MERIDIAN[:4], *AT_NORDLYS[:4]])
START_HOURS = 6.0


def name_of(link: Link) -> str:
    """The option's value for a link."""
    return "-".join(link)


def steps(links: Iterable[Link], start: str) -> Mapping[str, int]:
    """How many contacts away from ``start`` everybody is who can be reached."""
    pairs = [*links, *((b, a) for a, b in links)]
    found, edge = {start: 0}, [start]
    while edge:
        edge = [b for a, b in pairs if a in edge and b not in found]
        found.update(dict.fromkeys(edge, max(found.values()) + 1))
    return found


@dataclass(frozen=True)
class Network:
    """A network of contacts, and what it costs and brings; EUR and hours.

    Args:
        links: who talks to whom.
        hours: what each expert is freed for contacts, hours a month.
        between: each person's betweenness (pairs).
        used: hours a month that each person needs.
        index: the E-I index; −1 where nobody talks at all.
        worth: joint work, EUR a year, by firm.
        missed: the share of the others' joint work that is lost when a person leaves, by person.
    """

    links: frozenset[Link]
    hours: float
    between: Mapping[str, float]
    used: Mapping[str, float]
    index: float
    worth: Mapping[str, float]
    missed: Mapping[str, float]

    @property
    def freed(self) -> float:
        """What freeing its four experts costs each firm, EUR a year."""
        return (len(MERIDIAN) - 1) * self.hours * MONTHS * WAGE

    def profit(self, firm: str) -> float:
        """What a firm has of joint work after the experts' hours, EUR a year."""
        return self.worth[firm] - self.freed

    def has(self, person: str) -> float:
        """The hours a month that a person has."""
        return APEX_HOURS if person in APEXES else self.hours

    @property
    def over(self) -> tuple[str, ...]:
        """Who needs more hours than there are, the worst first."""
        late = {p: self.used[p] - self.has(p) for p in PEOPLE}
        return tuple(sorted((p for p in PEOPLE if late[p] > 1e-9), key=lambda p: -late[p]))  # noqa: PLR2004

    @property
    def most_missed(self) -> str:
        """Whose leaving costs the others most."""
        return max(PEOPLE, key=lambda person: self.missed[person])

    @property
    def most_between(self) -> str:
        """Who stands between most pairs."""
        return max(PEOPLE, key=lambda person: self.between[person])


def _kept(work: Work, links: frozenset[Link]) -> float:
    """The share of a piece of joint work that the way between its two people leaves."""
    first, second = work.pair
    reached = steps(links, first).get(second)
    return KEPT ** (reached - 1) if reached else 0.0


def worth(links: frozenset[Link], without: str = "") -> dict[str, float]:
    """What joint work brings each firm, EUR a year; of the others only where a person is left out."""
    left = frozenset(link for link in links if without not in link)
    works = [(work, _kept(work, left)) for work in WORK if without not in work.pair]
    return {SELLER: sum(w.seller * k for w, k in works), BUYER: sum(w.buyer * k for w, k in works)}


def missed(links: frozenset[Link], person: str) -> float:
    """The share of the others' joint work that is lost when ``person`` leaves; 0 where there is none."""
    works = [work for work in WORK if person not in work.pair]
    before = sum((work.seller + work.buyer) * _kept(work, links) for work in works)
    return 1 - sum(worth(links, person).values()) / before if before else 0.0


@lru_cache(maxsize=256)
def network(links: frozenset[Link], hours: float) -> Network:
    """The network of these contacts, with so many hours a month for each expert."""
    between = contact_network(sorted(links), PEOPLE).betweenness
    used = {
        person: PASSING * between[person]
        + sum(ACROSS if link in CROSSING else INSIDE for link in links if person in link)
        for person in PEOPLE
    }
    index = ei_index(*contacts_by_side(sorted(links), FIRM)) if links else -1.0
    gone = {person: missed(links, person) for person in PEOPLE}
    return Network(links, hours, {p: between[p] for p in PEOPLE}, used, index, worth(links), gone)


@lru_cache(maxsize=1)
def today() -> Network:
    """The bow tie."""
    return network(BOW_TIE, START_HOURS)


def gain(now: Network, firm: str) -> float:
    """What a firm has more than with the bow tie, EUR a year."""
    return now.profit(firm) - today().profit(firm)


def by_chance() -> float:
    """The E-I index if everybody talked to everybody."""
    return ei_by_chance([len(MERIDIAN), len(NORDLYS)])


def undone(now: Network) -> tuple[Work, ...]:
    """Joint work without a direct contact, what it loses most first."""
    open_ = [work for work in WORK if work.pair not in now.links]
    return tuple(sorted(open_, key=lambda w: -(w.seller + w.buyer) * (1 - _kept(w, now.links))))


def idle(now: Network) -> tuple[Link, ...]:
    """Contacts that carry no joint work of their own two people."""
    needed = {work.pair for work in WORK}
    return tuple(link for link in LINKS if link in now.links and link not in needed)


def worth_of(link: Link) -> float:
    """What the joint work of a link's two people is worth when they talk directly, EUR a year."""
    return sum(work.seller + work.buyer for work in WORK if work.pair == link)


def away(now: Network, pair: Link) -> int | None:
    """How many contacts lie between two people who may talk through others; None where there is no way."""
    return steps(now.links, pair[0]).get(pair[1])
