"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import itertools
import math
import random

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models.convergence import contact_network, contacts_by_side, ei_by_chance, ei_index

COUNTS = st.floats(0, 1e6)
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "5", None, 1j, [5], 10**400]
KITE = list(nx.krackhardt_kite_graph().edges)
ANDRE, BEVERLEY, CAROL, DIANE, ED, FERNANDO, GARTH, HEATHER, IKE, JANE = range(10)


def _network(size: int, links: int, seed: int) -> list[tuple[int, int]]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    pairs = list(itertools.combinations(range(size), 2))
    return draw.sample(pairs, min(links, len(pairs)))


NETWORKS = st.builds(_network, st.integers(2, 12), st.integers(1, 30), st.integers(0, 10**6))


# What ei_index and ei_by_chance promise


@pytest.mark.parametrize(
    ("external", "internal", "index"), [(1, 0, 1), (0, 1, -1), (5, 5, 0), (3, 1, 0.5), (1, 3, -0.5)]
)
def test_krackhardt_stern_1988_index(external: float, internal: float, index: float) -> None:
    # derived: from the definition (E - I) / (E + I)
    assert ei_index(external, internal) == index


@given(external=COUNTS, internal=COUNTS)
def test_swapping_inside_and_outside_turns_the_sign(external: float, internal: float) -> None:
    assume(external + internal > 0)
    index = ei_index(external, internal)
    assert ei_index(internal, external) == -index
    assert -1 <= index <= 1


@given(external=st.floats(1, 1e6), internal=COUNTS, factor=st.floats(0.01, 100))
def test_only_the_proportion_counts(external: float, internal: float, factor: float) -> None:
    scaled = ei_index(external * factor, internal * factor)
    assert scaled == pytest.approx(ei_index(external, internal), abs=1e-12)


@given(external=COUNTS, more=COUNTS, internal=st.floats(1, 1e6))
def test_more_contact_across_raises_it(external: float, more: float, internal: float) -> None:
    assume(external <= more)
    assert ei_index(external, internal) <= ei_index(more, internal)


def test_the_largest_and_smallest_numbers_are_no_problem() -> None:
    assert ei_index(1.7e308, 1.7e308) == 0
    assert ei_index(5e-324, 0) == 1


@given(sizes=st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_chance_is_the_index_of_a_network_in_which_all_talk_to_all(sizes: list[int]) -> None:
    assume(sum(sizes) >= 2)
    sides = [side for side, size in enumerate(sizes) for _ in range(size)]
    across = sum(first != second for first, second in itertools.combinations(sides, 2))
    inside = math.comb(len(sides), 2) - across
    assert ei_by_chance(sizes) == pytest.approx(ei_index(across, inside))


def test_a_single_side_has_nobody_to_talk_to_outside() -> None:
    assert ei_by_chance([7]) == -1
    assert ei_by_chance([1, 1, 1]) == 1


def test_large_sides_of_equal_size_are_half_inside() -> None:
    # derived: the limit
    assert ei_by_chance([10**9, 10**9]) == pytest.approx(0, abs=1e-8)
    assert ei_by_chance([10**200, 10**200]) == pytest.approx(0, abs=1e-8)


# What contacts_by_side promises


def test_contacts_are_counted_by_side() -> None:
    firms: dict[str | int, str | int] = {"Ada": "seller", "Bo": "seller", "Chen": "buyer"}
    count = contacts_by_side([("Ada", "Bo"), ("Bo", "Ada"), ("Ada", "Chen"), ("Chen", "Bo")], firms)
    assert count == (2, 1)
    assert ei_index(count.external, count.internal) == pytest.approx(1 / 3)


@given(links=NETWORKS, sides=st.lists(st.integers(1, 3), min_size=12, max_size=12))
def test_every_contact_is_inside_or_across(links: list[tuple[int, int]], sides: list[int]) -> None:
    count = contacts_by_side(links, dict(enumerate(sides)))
    assert count.external == sum(sides[first] != sides[second] for first, second in links)
    assert count.internal == len(links) - count.external


def test_a_person_without_a_firm_is_named() -> None:
    with pytest.raises(ModelError, match=r"^links is 'Bo': the model allows people whose firm is in firms"):
        contacts_by_side([("Ada", "Bo")], {"Ada": "seller"})


@pytest.mark.parametrize("bad", [None, 1, "Ada", [("Ada", "seller")]])
def test_firms_come_by_person(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^firms is "):
        contacts_by_side([("Ada", "Bo")], bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", [None, 0.5, True, ["seller"], np.array([1, 2])])
def test_a_firm_has_a_name_or_a_number(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^firms\['Bo'\] is "):
        contacts_by_side([("Ada", "Bo")], {"Ada": "seller", "Bo": bad})  # type: ignore[dict-item]


# What contact_network promises


def test_krackhardt_1990_kite_betweenness() -> None:
    # recomputed: 14, 8.33, 8.33, 8, 3.67, and less for the others
    between = contact_network(KITE).betweenness
    assert [between[person] for person in (HEATHER, FERNANDO, GARTH, IKE, DIANE)] == pytest.approx(
        [14, 8.33, 8.33, 8, 3.67], abs=0.005
    )
    assert [between[person] for person in (ANDRE, BEVERLEY, CAROL, ED, JANE)] == pytest.approx(
        [0.83, 0.83, 0, 0, 0], abs=0.005
    )


def test_a_network_reads_like_a_dictionary_of_betweenness() -> None:
    kite = contact_network(KITE)
    assert kite[HEATHER] == 14
    assert dict(kite) == kite.betweenness
    assert len(kite) == 10


def test_krackhardt_1990_three_people_are_the_most_central() -> None:
    # published: Diane by degree, Fernando and Garth by closeness, Heather by betweenness
    kite = contact_network(KITE)
    assert max(kite.degree, key=lambda person: kite.degree[person]) == DIANE
    nearest = sorted(kite.closeness, key=lambda person: -kite.closeness[person])[:2]
    assert sorted(nearest) == [FERNANDO, GARTH]
    assert max(kite.betweenness, key=lambda person: kite.betweenness[person]) == HEATHER


@pytest.mark.parametrize("seed", range(100))
def test_all_three_measures_agree_with_networkx(seed: int) -> None:
    links = _network(size=5 + seed % 20, links=3 + seed % 40, seed=seed)
    ours, theirs = contact_network(links, people=range(30)), nx.Graph(links)
    theirs.add_nodes_from(range(30))
    assert ours.betweenness == pytest.approx(nx.betweenness_centrality(theirs, normalized=False))
    assert ours.closeness == pytest.approx(nx.closeness_centrality(theirs))
    assert ours.degree == dict(theirs.degree)


def _by_listing_every_shortest_way(links: list[tuple[int, int]]) -> dict[int, float]:
    """The definition, pair by pair."""
    graph = nx.Graph(links)
    between = dict.fromkeys(graph, 0.0)
    for start, end in itertools.combinations(graph, 2):
        if nx.has_path(graph, start, end):
            ways = list(nx.all_shortest_paths(graph, start, end))
            for person in itertools.chain.from_iterable(way[1:-1] for way in ways):
                between[person] += 1 / len(ways)
    return between


@given(links=NETWORKS)
def test_betweenness_is_what_its_definition_says(links: list[tuple[int, int]]) -> None:
    assert contact_network(links).betweenness == pytest.approx(_by_listing_every_shortest_way(links))


@given(links=NETWORKS)
def test_betweenness_adds_up_to_the_people_on_all_shortest_ways(links: list[tuple[int, int]]) -> None:
    # derived: a pair at distance d has d - 1 people between it
    graph = nx.Graph(links)
    steps = (ends.values() for _, ends in nx.all_pairs_shortest_path_length(graph))
    passed = sum(step - 1 for step in itertools.chain.from_iterable(steps) if step > 0) / 2
    assert math.fsum(contact_network(links).betweenness.values()) == pytest.approx(passed)


@given(links=NETWORKS, seed=st.integers(0, 10**6))
def test_names_order_and_direction_do_not_matter(links: list[tuple[int, int]], seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    renamed = [(f"p{second}", f"p{first}") for first, second in draw.sample(links, len(links))]
    before, after = contact_network(links), contact_network(renamed)
    assert {f"p{person}": value for person, value in before.betweenness.items()} == pytest.approx(
        after.betweenness
    )


@given(links=NETWORKS, other=NETWORKS)
def test_parts_that_do_not_talk_do_not_change_each_others_betweenness(
    links: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    apart = [(f"p{first}", f"p{second}") for first, second in other]
    both = contact_network([*links, *apart]).betweenness
    assert both == pytest.approx(
        dict(contact_network(links).betweenness) | dict(contact_network(apart).betweenness)
    )


def test_the_only_go_between_stands_between_all_pairs() -> None:
    # derived: a star of n people has (n - 1)(n - 2) / 2 pairs around its centre
    star = contact_network([("manager", f"contact {number}") for number in range(9)])
    assert star.betweenness["manager"] == 36
    assert star.closeness["manager"] == 1
    assert set(star.betweenness.values()) == {36, 0}


def test_where_everybody_talks_to_everybody_nobody_stands_between() -> None:
    whole = contact_network(itertools.combinations(range(8), 2))
    assert set(whole.betweenness.values()) == {0}
    assert set(whole.closeness.values()) == {1}
    assert set(whole.degree.values()) == {7}


def test_a_person_without_contact_counts_but_reaches_nobody() -> None:
    alone = contact_network([("Ada", "Bo")], people=["Chen"])
    assert (alone.betweenness["Chen"], alone.degree["Chen"], alone.closeness["Chen"]) == (0, 0, 0)
    assert alone.closeness["Ada"] == 0.5  # derived: one step to the one of two others whom she reaches
    assert list(alone.degree) == ["Chen", "Ada", "Bo"]


def test_people_alone_make_a_network_without_contact() -> None:
    assert contact_network([], people=["Ada"]).closeness == {"Ada": 0}


def test_a_contact_that_comes_twice_counts_once() -> None:
    assert contact_network([(1, 2), (2, 1), (1, 2)]).degree == {1: 1, 2: 1}


def test_more_shortest_ways_than_a_float_can_hold_are_still_shared() -> None:
    diamonds = [
        link
        for place in range(0, 3 * 1100, 3)
        for link in itertools.product((place, place + 3), (place + 1, place + 2))
    ]
    between = contact_network(diamonds[:200]).betweenness
    assert between[1] == pytest.approx(between[2])
    from_one_end = contact_network([*diamonds[:40], (0, "end")]).betweenness
    assert all(math.isfinite(value) for value in from_one_end.values())


@pytest.mark.parametrize(
    "links",
    [
        {("Ada", "Bo")},
        (("Ada", "Bo"),),
        iter([["Ada", "Bo"]]),
        {("Ada", "Bo"): 3},
        [frozenset({"Ada", "Bo"})],
        nx.Graph([("Ada", "Bo")]).edges,
    ],
)
def test_links_may_come_in_any_collection(links: object) -> None:
    assert sorted(contact_network(links).degree) == ["Ada", "Bo"]  # type: ignore[arg-type]


def test_numbers_from_an_array_are_people_too() -> None:
    assert contact_network(np.array([[1, 2], [2, 3]])).betweenness == {1: 0, 2: 1, 3: 0}


# What all refuse


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("parameter", ["external", "internal"])
def test_counts_are_finite_and_not_negative(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        ei_index(**({"external": 1, "internal": 1} | {parameter: bad}))  # type: ignore[arg-type]


def test_no_contact_has_no_index() -> None:
    with pytest.raises(ModelError, match="external, internal is 0 and 0: the model allows at least one"):
        ei_index(0, 0)


@pytest.mark.parametrize(
    "bad", [None, 3, "33", [], [0], [1], [1, 0], [2.5, 2], [-1, 3], [True, 3], [math.nan], [10**400], {3, 4}]
)
def test_sizes_are_whole_numbers_of_people(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^sizes"):
        ei_by_chance(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("links", "named"),
    [
        (None, "links"),
        (5, "links"),
        ("AdaBo", "links"),
        (b"ab", "links"),
        (np.array(5), "links"),
        ([], "links"),
        ([1], r"links\[0\]"),
        (["AB"], r"links\[0\]"),
        ([("Ada", "Bo"), ("Ada",)], r"links\[1\]"),
        ([("Ada", "Bo", 3)], r"links\[0\]"),
        ([("Ada", "Ada")], r"links\[0\]"),
        ([("Ada", None)], r"links\[0\]"),
        ([("Ada", math.nan)], r"links\[0\]"),
        ([("Ada", True)], r"links\[0\]"),
        ([("Ada", ["Bo"])], r"links\[0\]"),
        ([(1.5, 2.5)], r"links\[0\]"),
        ([(10**5000, 10**5000)], r"links\[0\]"),
    ],
)
def test_what_is_no_pair_of_people_is_refused_by_name(links: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        contact_network(links)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=rf"^{named} is "):
        contacts_by_side(links, {"Ada": 1, "Bo": 2})  # type: ignore[arg-type]


@pytest.mark.parametrize(("people", "named"), [(None, "people"), ("Ada", "people"), ([None], r"people\[0\]")])
def test_people_are_named_one_by_one(people: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        contact_network([("Ada", "Bo")], people)  # type: ignore[arg-type]
