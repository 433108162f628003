"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models.service import chain_reliability, kano_coefficients, servqual_gap

COUNTS = st.integers(0, 10**6)
SHARES = st.floats(0, 1)
LINKS = st.lists(SHARES, min_size=1, max_size=30)
SCORES = st.floats(1, 7)
DIMENSIONS = st.lists(st.tuples(SCORES, SCORES, st.floats(0.01, 100)), min_size=1, max_size=12)
GRIP: dict[str, Any] = {"attractive": 7, "one_dimensional": 32.3, "must_be": 49.3, "indifferent": 9.5}
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]


def _columns(dimensions: list[tuple[float, float, float]]) -> list[list[float]]:
    return [list(column) for column in zip(*dimensions, strict=True)]


# What kano_coefficients promises


def test_sauerwein_1996_edge_grip() -> None:
    # recomputed from the percentages of the frequency table; .40 and -.83 are printed
    assert kano_coefficients(**GRIP) == pytest.approx((0.40, -0.83), abs=0.005)


@pytest.mark.parametrize(
    ("percentages", "satisfaction", "dissatisfaction"),
    [
        ((7, 33, 50, 10), 0.40, -0.83),
        ((11, 46, 31, 12), 0.57, -0.78),
        ((66, 22, 3, 9), 0.89, -0.25),
    ],
    ids=["edge grip", "ease of turn", "service"],
)
def test_sauerwein_1996_three_features_of_a_ski(
    percentages: tuple[float, ...], satisfaction: float, dissatisfaction: float
) -> None:
    # published: whole percentages beside coefficients that were computed before rounding, so that two of the
    # printed ones (-.78 and .89) are .01 off what the printed percentages give
    assert kano_coefficients(*percentages) == pytest.approx((satisfaction, dissatisfaction), abs=0.0101)


def test_sauerwein_1996_ease_of_turn_before_rounding() -> None:
    # recomputed: 10.4, 45.1, 30.5 and 11.5 per cent give the printed .57 and -.78
    assert kano_coefficients(10.4, 45.1, 30.5, 11.5) == pytest.approx((0.57, -0.78), abs=0.005)


@pytest.mark.parametrize(
    ("counts", "satisfaction", "dissatisfaction"),
    [
        ((216, 56, 13, 275), 0.486, -0.123),
        ((229, 42, 5, 276), 0.491, -0.085),
        ((187, 71, 46, 258), 0.459, -0.208),
    ],
    ids=["bonus program", "smart mirror", "wireless network"],
)
def test_brand_rese_2026_features_of_a_shop(
    counts: tuple[float, ...], satisfaction: float, dissatisfaction: float
) -> None:
    # published, table 1: the 43 to 55 reverse and questionable answers to each are not in the denominator
    assert kano_coefficients(*counts) == pytest.approx((satisfaction, dissatisfaction), abs=0.0005)


def _class_of(pleased_with: bool, angry_without: bool) -> str:  # noqa: FBT001 - the two questions
    if pleased_with:
        return "one_dimensional" if angry_without else "attractive"
    return "must_be" if angry_without else "indifferent"


@pytest.mark.parametrize("seed", range(20))
def test_the_coefficients_are_the_shares_of_the_two_questions(seed: int) -> None:
    # derived: asked directly, who is pleased with the feature and who is angry without it
    draw = random.Random(seed)  # noqa: S311 - a seeded example
    answers = [(draw.random() < 0.6, draw.random() < 0.3) for _ in range(draw.randint(1, 200))]
    counts = Counter(_class_of(*answer) for answer in answers)
    names = ("attractive", "one_dimensional", "must_be", "indifferent")
    coefficients = kano_coefficients(**{name: counts[name] for name in names})
    assert coefficients.satisfaction == pytest.approx(sum(pleased for pleased, _ in answers) / len(answers))
    assert coefficients.dissatisfaction == pytest.approx(-sum(angry for _, angry in answers) / len(answers))


@pytest.mark.parametrize(
    ("only", "coefficients"),
    [("attractive", (1, 0)), ("one_dimensional", (1, -1)), ("must_be", (0, -1)), ("indifferent", (0, 0))],
)
def test_where_all_agree_the_feature_stands_in_a_corner(only: str, coefficients: tuple[float, float]) -> None:
    nobody = dict.fromkeys(GRIP, 0)
    assert kano_coefficients(**(nobody | {only: 3})) == coefficients


def test_no_dissatisfaction_is_zero_without_a_sign() -> None:
    assert math.copysign(1, kano_coefficients(1, 0, 0, 1).dissatisfaction) == 1


@given(counts=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS))
def test_the_sizes_of_the_two_close_on_one_plus_what_both_questions_share(
    counts: tuple[int, int, int, int],
) -> None:
    # derived: A + 2 O + M is everybody, plus O, less I
    assume(any(counts))
    satisfaction, dissatisfaction = kano_coefficients(*counts)
    _, both, _, neither = counts
    assert satisfaction - dissatisfaction == pytest.approx(1 + (both - neither) / sum(counts))
    assert 0 <= satisfaction <= 1
    assert -1 <= dissatisfaction <= 0


@given(counts=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), power=st.integers(-20, 20))
def test_percentages_say_the_same_as_counts(counts: tuple[int, int, int, int], power: int) -> None:
    assume(any(counts))
    scaled = [count * 2.0**power for count in counts]
    assert kano_coefficients(*scaled) == kano_coefficients(*counts)


@given(counts=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS))
def test_attractive_and_must_be_mirror_each_other(counts: tuple[int, int, int, int]) -> None:
    assume(any(counts))
    attractive, both, must_be, neither = counts
    there = kano_coefficients(attractive, both, must_be, neither)
    mirrored = kano_coefficients(must_be, both, attractive, neither)
    assert (mirrored.satisfaction, mirrored.dissatisfaction) == (-there.dissatisfaction, -there.satisfaction)


@given(counts=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), more=st.integers(1, 10**6))
def test_more_customers_who_do_not_care_bring_both_nearer_to_zero(
    counts: tuple[int, int, int, int], more: int
) -> None:
    assume(any(counts))
    before = kano_coefficients(*counts)
    after = kano_coefficients(*counts[:3], counts[3] + more)
    assert after.satisfaction <= before.satisfaction
    assert after.dissatisfaction >= before.dissatisfaction


def test_counts_of_any_size_have_their_shares() -> None:
    assert kano_coefficients(1e308, 1e308, 1e308, 1e308) == (0.5, -0.5)
    assert kano_coefficients(5e-324, 0, 0, 5e-324) == (0.5, 0)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("parameter", GRIP)
def test_a_class_is_a_number_of_0_or_more(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is .*: the model allows a finite number, 0 or more"):
        kano_coefficients(**(GRIP | {parameter: bad}))


def test_without_customers_there_are_no_shares() -> None:
    with pytest.raises(ModelError, match=r"^indifferent is 0: the model allows a number above 0 where the"):
        kano_coefficients(0, 0, 0, 0)


# What chain_reliability promises


def test_ten_links_of_99_per_cent() -> None:
    # derived: .99 to the power of ten
    assert chain_reliability([0.99] * 10) == pytest.approx(0.904382075, abs=5e-10)


@pytest.mark.parametrize(("links", "holds"), [(1, 0.90), (2, 0.81), (3, 0.73), (10, 0.35)])
def test_a_series_of_parts_of_90_per_cent(links: int, holds: float) -> None:
    # published in a lecture on human factors (Hanover College)
    assert chain_reliability([0.90] * links) == pytest.approx(holds, abs=0.005)


def test_a_series_of_three_different_parts() -> None:
    # published in a tutorial on reliability (kimmery.com): .90, .85 and .95 leave .72675
    assert chain_reliability([0.90, 0.85, 0.95]) == pytest.approx(0.72675)


@pytest.mark.parametrize("seed", range(100))
def test_the_chain_is_the_product_that_numpy_computes(seed: int) -> None:
    draw = np.random.default_rng(seed)
    links = draw.uniform(size=draw.integers(1, 40))
    assert chain_reliability(list(links)) == pytest.approx(float(np.prod(links)))


def test_a_simulated_chain_breaks_as_often_as_computed() -> None:
    # derived: 200,000 seeded deliveries; three standard errors are .0034
    draw = np.random.default_rng(7)
    links = [0.9, 0.8, 0.95]
    kept = (draw.uniform(size=(200_000, 3)) < links).all(axis=1).mean()
    assert chain_reliability(links) == pytest.approx(float(kept), abs=0.0034)


@given(links=LINKS)
def test_a_chain_is_at_best_its_weakest_link(links: list[float]) -> None:
    # derived: the product lies between the two extremes of links that fail together or never together
    holds = chain_reliability(links)
    spoilt = math.fsum(1 - link for link in links)
    assert max(0.0, 1 - spoilt) - 1e-12 <= holds <= min(links)


@given(links=LINKS, more=LINKS)
def test_two_chains_in_a_row_are_one(links: list[float], more: list[float]) -> None:
    product = chain_reliability(links) * chain_reliability(more)
    assert chain_reliability(links + more) == pytest.approx(product, rel=1e-12, abs=1e-300)


@given(links=LINKS, place=st.integers(0, 29), better=SHARES)
def test_a_better_link_never_weakens_the_chain(links: list[float], place: int, better: float) -> None:
    place %= len(links)
    assume(better >= links[place])
    improved = [*links[:place], better, *links[place + 1 :]]
    assert chain_reliability(improved) >= chain_reliability(links)


def test_one_link_that_always_fails_breaks_the_chain() -> None:
    assert chain_reliability([1, 1, 0, 1]) == 0


def test_links_that_never_fail_make_a_chain_that_never_fails() -> None:
    assert chain_reliability([1] * 1000) == 1


@pytest.mark.parametrize("bad", [[], 0.9, None, "0.9", {0.9}, {0.9: 1}])
def test_a_chain_is_a_list_of_links(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^probabilities is "):
        chain_reliability(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -0.01, 1.01, 99])
def test_a_link_is_a_share(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^probabilities\[1\] is .*: the model allows 0 to 1"):
        chain_reliability([0.9, bad])  # type: ignore[list-item]


# What servqual_gap promises


def test_equal_weights_give_the_mean_gap_of_five_dimensions() -> None:
    # published in a practitioners' forum (12manage): gaps that add up to -4.29 have the mean -.86
    gaps = [-0.65, -1.10, -0.83, -0.70, -1.01]
    perceived = [7 + gap for gap in gaps]
    assert servqual_gap([7] * 5, perceived, [1] * 5) == pytest.approx(-0.86, abs=0.005)


def test_a_gap_by_hand() -> None:
    # derived: half of -1, and half of (30 of 50) of +1 and (20 of 50) of -2
    assert servqual_gap([6, 5, 4], [5, 6, 2], [50, 30, 20]) == pytest.approx(-0.5 + 0.3 - 0.4)


@pytest.mark.parametrize("seed", range(100))
def test_the_gap_is_the_weighted_average_that_numpy_computes(seed: int) -> None:
    draw = np.random.default_rng(seed)
    expected, perceived = draw.uniform(1, 7, size=(2, draw.integers(1, 23)))
    weights = draw.uniform(0.1, 40, size=len(expected))
    average = float(np.average(perceived - expected, weights=weights))
    assert servqual_gap(expected, perceived, list(weights)) == pytest.approx(average, abs=1e-12)


@given(dimensions=DIMENSIONS)
def test_the_gap_lies_between_the_smallest_and_the_largest(
    dimensions: list[tuple[float, float, float]],
) -> None:
    gaps = [perceived - expected for expected, perceived, _ in dimensions]
    assert min(gaps) - 1e-12 <= servqual_gap(*_columns(dimensions)) <= max(gaps) + 1e-12


@given(dimensions=DIMENSIONS)
def test_a_service_as_expected_leaves_no_gap(dimensions: list[tuple[float, float, float]]) -> None:
    expected, _, weights = _columns(dimensions)
    assert servqual_gap(expected, expected, weights) == 0


@given(dimensions=DIMENSIONS, power=st.integers(-20, 20))
def test_only_the_proportions_of_the_weights_matter(
    dimensions: list[tuple[float, float, float]], power: int
) -> None:
    expected, perceived, weights = _columns(dimensions)
    scaled = [weight * 2.0**power for weight in weights]
    assert servqual_gap(expected, perceived, scaled) == servqual_gap(expected, perceived, weights)


@given(dimensions=DIMENSIONS, factor=st.floats(0.1, 10), shift=st.floats(-10, 10))
def test_another_scale_of_answers_stretches_the_gap_and_shifts_nothing(
    dimensions: list[tuple[float, float, float]], factor: float, shift: float
) -> None:
    expected, perceived, weights = _columns(dimensions)
    hopes, views = ([factor * score + shift for score in scores] for scores in (expected, perceived))
    assert servqual_gap(hopes, views, weights) == pytest.approx(
        factor * servqual_gap(expected, perceived, weights), abs=1e-9
    )


@given(dimensions=DIMENSIONS)
def test_seen_from_the_other_side_the_gap_turns_round(dimensions: list[tuple[float, float, float]]) -> None:
    expected, perceived, weights = _columns(dimensions)
    assert servqual_gap(perceived, expected, weights) == -servqual_gap(expected, perceived, weights)


@given(dimensions=DIMENSIONS, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_dimensions_does_not_matter(
    dimensions: list[tuple[float, float, float]], shuffled: object
) -> None:
    other = list(dimensions)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert servqual_gap(*_columns(other)) == servqual_gap(*_columns(dimensions))


def test_a_dimension_without_weight_does_not_count() -> None:
    assert servqual_gap([5, 5], [6, 1], [3, 0]) == 1


def test_scores_below_zero_are_scores() -> None:
    assert servqual_gap([2, 2], [-2, 0], [1, 1]) == -3


@pytest.mark.parametrize("bad", [*([value] for value in NOT_NUMBERS), [], [[1]], None, 5, "5", {5}])
@pytest.mark.parametrize("parameter", ["expected", "perceived", "weights"])
def test_scores_and_weights_are_lists_of_numbers(parameter: str, bad: object) -> None:
    values = {"expected": [6], "perceived": [5], "weights": [1]}
    with pytest.raises(ModelError, match=rf"^{parameter}(\[0\])? is "):
        servqual_gap(**(values | {parameter: bad}))  # type: ignore[arg-type]


@pytest.mark.parametrize("parameter", ["perceived", "weights"])
def test_each_dimension_has_all_three(parameter: str) -> None:
    values = {"expected": [6, 5], "perceived": [5, 5], "weights": [1, 1]}
    with pytest.raises(ModelError, match=rf"^{parameter} is a list of 1: the model allows a list of 2"):
        servqual_gap(**(values | {parameter: [1]}))


def test_a_weight_is_never_negative() -> None:
    with pytest.raises(ModelError, match=r"^weights\[1\] is -1: the model allows a finite number, 0 or more"):
        servqual_gap([6, 5], [5, 5], [1, -1])


def test_some_dimension_must_count() -> None:
    with pytest.raises(ModelError, match=r"^weights is 0 throughout: the model allows at least one weight"):
        servqual_gap([6, 5], [5, 5], [0, 0])


def test_gaps_beyond_floating_point_are_refused_only_where_their_mean_is() -> None:
    with pytest.raises(
        ModelError, match=r"^perceived is .*: the model allows values whose result is a finite"
    ):
        servqual_gap([-1e308], [1e308], [1])
    assert servqual_gap([-1e308, 1e308], [1e308, -1e308], [1, 1]) == 0
