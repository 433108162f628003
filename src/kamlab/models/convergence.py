"""Where the boundary between two firms runs, and through whom the contact goes.

Two measures of one picture: people as points, contacts as lines. The *E-I index* asks whether people talk
across the boundary or on their own side. *Betweenness* asks who stands between the others, so that word has
to pass through them: the old key account manager stands between two firms; when sellers, engineers and buyers
talk to each other directly, nobody does.

How betweenness is counted. Between two people who do not talk to each other there are shortest ways through
others. A person's betweenness is the number of pairs she stands between; a pair with several shortest ways
counts for the share of them that pass through her. Brandes' way needs no list of pairs: from each person in
turn, walk outwards and count the shortest ways to everybody (σ); then walk back from the farthest, where each
v hands on to those just before it what it has gathered, δ(u) = Σ (σ(u) / σ(v)) (1 + δ(v)). The sum of δ over
all starts counts each pair from both ends, so it is halved.

What it leaves out: how often two people talk, about what, and whether they trust each other. A contact that
was not recorded changes everything near it. A high E-I index may just mean that there are few pairs on the
same side: compare it with ``ei_by_chance``.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from numbers import Integral
from typing import NamedTuple

from kamlab.errors import ModelError
from kamlab.models._brandes import gathered, walk
from kamlab.models._domain import NOT_NEGATIVE, members, number, refusal, vector, whole

__all__ = [
    "ContactCount",
    "ContactNetwork",
    "Person",
    "contact_network",
    "contacts_by_side",
    "ei_by_chance",
    "ei_index",
]

Person = str | int
"""A person's name or number."""

_PAIR = 2


class ContactCount(NamedTuple):
    """How many contacts cross the boundary between firms.

    Args:
        external: contacts between people of different firms (number).
        internal: contacts between people of the same firm (number).
    """

    external: int
    internal: int


@dataclass(frozen=True)
class ContactNetwork(Mapping[Person, float]):
    """Where each person stands in a network; read like a dictionary, it gives the betweenness.

    Args:
        betweenness: for each person, the pairs of others that she stands between (pairs; a pair with several
            shortest ways counts in part).
        degree: for each person, how many others she talks to (number).
        closeness: for each person, 1 over the mean number of steps to everybody she can reach, times the
            share of the others whom she can reach (0 to 1; 1 is a person who talks to everybody).
    """

    betweenness: Mapping[Person, float]
    degree: Mapping[Person, int]
    closeness: Mapping[Person, float]

    def __getitem__(self, person: Person) -> float:
        return self.betweenness[person]

    def __iter__(self) -> Iterator[Person]:
        return iter(self.betweenness)

    def __len__(self) -> int:
        return len(self.betweenness)


def ei_index(external: float, internal: float) -> float:
    """Whether people talk across the boundary more than among themselves.

    Args:
        external: E, the contacts with people on other sides (number, 0 or more).
        internal: I, the contacts with people on one's own side (number, 0 or more; not both 0).

    Returns:
        The index: −1 where all contact stays inside, 0 where it is half and half, 1 where all of it crosses.

    Raises:
        ModelError: a number below 0, or no contact at all.

    Equation:
        (E − I) / (E + I)

    Source:
        krackhardt1988.

    >>> ei_index(external=12, internal=4)  # derived: 8 of 16
    0.5
    """
    across, inside = number("external", external, NOT_NEGATIVE), number("internal", internal, NOT_NEGATIVE)
    if across == inside == 0:
        raise ModelError("external, internal", "0 and 0", "at least one contact")
    # Fractions: no sum leaves the range of floating-point numbers, and the result is rounded once.
    crossing, staying = Fraction(across), Fraction(inside)
    return float((crossing - staying) / (crossing + staying))


def ei_by_chance(sizes: Sequence[int]) -> float:
    """What the E-I index would be if everybody talked to everybody: the bar to measure against.

    A side of a few people has few pairs inside it, so chance alone sends most contacts across.

    Args:
        sizes: nᵢ, how many people each side has (whole, 0 or more; two people or more in all).

    Returns:
        The index (−1 to 1).

    Raises:
        ModelError: no whole numbers of 0 or more, or fewer than two people.

    Equation:
        E = Σ_{i < j} nᵢ nⱼ, I = Σᵢ nᵢ (nᵢ − 1) / 2; (E − I) / (E + I)

    Source:
        The index is krackhardt1988's; the equation is derived.

    >>> round(ei_by_chance([3, 3]), 6)  # derived: 9 pairs across, 6 inside
    0.2
    """
    counted = vector("sizes", sizes, NOT_NEGATIVE)
    people = [whole(f"sizes[{place}]", size) for place, size in enumerate(counted)]
    if sum(people) < _PAIR:
        raise ModelError("sizes", f"{sum(people)} people in all", "two people or more")
    pairs, inside = math.comb(sum(people), 2), sum(math.comb(size, 2) for size in people)
    return (pairs - 2 * inside) / pairs


def contacts_by_side(links: Iterable[tuple[Person, Person]], firms: Mapping[Person, Person]) -> ContactCount:
    """How many contacts cross the boundary between firms, and how many stay inside one.

    Args:
        links: who talks to whom, a pair of people for each contact (the direction does not matter; a pair
            that comes twice counts once).
        firms: the firm of each person in ``links``.

    Returns:
        The two numbers, as ``ei_index`` takes them.

    Raises:
        ModelError: no pair at all, something that is no pair of two people, or a person without a firm.

    Source:
        krackhardt1988.

    >>> firms = {"Ada": "seller", "Bo": "seller", "Chen": "buyer", "Dee": "buyer"}
    >>> contacts_by_side([("Ada", "Bo"), ("Ada", "Chen"), ("Bo", "Dee")], firms)  # derived
    ContactCount(external=2, internal=1)
    """
    if not isinstance(firms, Mapping):
        raise refusal("firms", firms, "the firm of each person, by person")
    ties = _ties(links, ())
    for person in ties:
        if person not in firms:
            raise refusal("links", person, "people whose firm is in firms")
    firm = {person: _person(f"firms[{person!r}]", firms[person]) for person in ties}
    ends = [firm[first] == firm[second] for first, others in ties.items() for second in others]
    return ContactCount(external=ends.count(False) // 2, internal=ends.count(True) // 2)


def contact_network(links: Iterable[tuple[Person, Person]], people: Iterable[Person] = ()) -> ContactNetwork:
    """Who stands between the others, who talks to most, and who is near to all.

    Args:
        links: who talks to whom, a pair of people for each contact (the direction does not matter; a pair
            that comes twice counts once). The network may fall into parts that do not talk to each other.
        people: people to count who may have no contact at all.

    Returns:
        The three measures for each person, ``people`` first, then in the order of ``links``.

    Raises:
        ModelError: nobody at all, or something that is no pair of two people.

    Equation:
        betweenness(v) = Σ_{s < t} σₛₜ(v) / σₛₜ, with σₛₜ shortest ways between s and t, σₛₜ(v) of them
        through v; closeness(v) = (r / Σ distances) · r / (n − 1), with r the others whom v can reach, n
        people

    Source:
        freeman1978 for the measures, brandes2001 for the way to count; closeness in a network that falls into
        parts as in wasserman1994. The kite of ten people is krackhardt1990's: Diane talks to most, Heather
        stands between most, and Fernando and Garth are nearest to all.

    >>> kite = contact_network([
    ...     ("Andre", "Beverley"), ("Andre", "Carol"), ("Andre", "Diane"), ("Andre", "Fernando"),
    ...     ("Beverley", "Diane"), ("Beverley", "Ed"), ("Beverley", "Garth"), ("Carol", "Diane"),
    ...     ("Carol", "Fernando"), ("Diane", "Ed"), ("Diane", "Fernando"), ("Diane", "Garth"),
    ...     ("Ed", "Garth"), ("Fernando", "Garth"), ("Fernando", "Heather"), ("Garth", "Heather"),
    ...     ("Heather", "Ike"), ("Ike", "Jane"),
    ... ])
    >>> [round(kite.betweenness[name], 2) for name in ("Heather", "Fernando", "Ike", "Diane", "Andre")]
    [14.0, 8.33, 8.0, 3.67, 0.83]
    >>> kite.degree["Diane"], round(kite.closeness["Garth"], 3)
    (6, 0.643)
    """
    ties = _ties(links, people)
    places = {person: place for place, person in enumerate(ties)}
    neighbours = [[places[other] for other in others] for others in ties.values()]
    walks = [walk(neighbours, start) for start in range(len(neighbours))]
    between = [math.fsum(shares) / 2 for shares in zip(*map(gathered, walks), strict=True)]
    near = [_closeness(found.steps, len(places)) for found in walks]
    return ContactNetwork(
        betweenness=dict(zip(ties, between, strict=True)),
        degree={person: len(others) for person, others in ties.items()},
        closeness=dict(zip(ties, near, strict=True)),
    )


def _closeness(steps: Sequence[int], people: int) -> float:
    reached = [step for step in steps if step > 0]
    return len(reached) / sum(reached) * (len(reached) / (people - 1)) if reached else 0.0


def _ties(links: object, people: object) -> dict[Person, dict[Person, None]]:
    """Who is in contact with whom, both ways; dictionaries, because they keep the order and drop doubles."""
    ties: dict[Person, dict[Person, None]] = {}
    for place, person in enumerate(_walked("people", people)):
        ties.setdefault(_person(f"people[{place}]", person), {})
    for place, link in enumerate(_walked("links", links)):
        first, second = _link(f"links[{place}]", link)
        ties.setdefault(first, {})[second] = None
        ties.setdefault(second, {})[first] = None
    if not ties:
        raise ModelError("links", "empty", "at least one pair of people")
    return ties


def _link(parameter: str, link: object) -> tuple[Person, Person]:
    ends = _walked(parameter, link)
    if len(ends) != _PAIR:
        raise refusal(parameter, link, "a pair of people")
    first, second = (_person(parameter, end) for end in ends)
    if first == second:
        raise refusal(parameter, link, "two different people")
    return first, second


def _person(parameter: str, person: object) -> Person:
    if isinstance(person, str):
        return person
    if isinstance(person, Integral) and not isinstance(person, bool):
        return int(person)
    raise refusal(parameter, person, "people by name or number")


def _walked(parameter: str, values: object) -> list[object]:
    # The order of links says nothing, so a set of them will do.
    return members(parameter, values, "a list of people or pairs")
