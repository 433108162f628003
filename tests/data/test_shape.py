"""The shape claims hold for the base ledger and for two hundred variants, and the variants differ."""

import dataclasses
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import kamlab.data
from kamlab.data import Ledger, account_results, retention_by_segment, scorecard
from kamlab.data.generate import generate
from kamlab.data.names import LARGEST
from kamlab.data.parameters import PARAMETERS, Parameters

CLAIMS = PARAMETERS.claims
STAYING = (
    "Appliances",
    "Machinery",
    "Pumps and fans",
    "Workshops",
)  # the segment that stays most often first


class Shape(NamedTuple):
    top_share: float
    loss_makers: int
    margin: float
    largest: str
    lead_rank: int
    lead_profit: float
    best_five: tuple[str, ...]
    worst: tuple[str, float]
    most_costly: float
    loss_ranks: tuple[int, ...]


def _shape(book: Ledger) -> Shape:
    results = account_results(book)
    by_profit = sorted(results, key=lambda item: -item.profit)
    by_revenue = sorted(results, key=lambda item: -item.revenue)
    total = sum(item.profit for item in results)
    return Shape(
        top_share=sum(item.profit for item in by_profit[:12]) / total,
        loss_makers=sum(item.profit < 0 for item in results),
        margin=total / sum(item.revenue for item in results),
        largest=by_revenue[0].name,
        lead_rank=by_profit.index(by_revenue[0]) + 1,
        lead_profit=by_revenue[0].profit,
        best_five=tuple(item.account_id for item in by_profit[:5]),
        worst=(by_profit[-1].account_id, by_profit[-1].profit),
        most_costly=max(item.cost_to_serve / item.revenue for item in by_revenue[30:]),
        loss_ranks=tuple(rank for rank, item in enumerate(by_revenue, start=1) if item.profit < 0),
    )


@pytest.fixture(scope="module")
def shapes(base: Ledger, variants: list[Ledger]) -> list[Shape]:
    return [_shape(book) for book in [base, *variants]]


def test_the_top_fifth_earns_more_than_the_whole(shapes: list[Shape]) -> None:
    low, high = CLAIMS.top_share
    assert (low, high) == (1.10, 1.50)
    assert all(low <= shape.top_share <= high for shape in shapes)


def test_some_accounts_lose_money(shapes: list[Shape]) -> None:
    low, high = CLAIMS.loss_makers
    assert all(low <= shape.loss_makers <= high for shape in shapes)


def test_the_business_as_a_whole_earns_money(shapes: list[Shape]) -> None:
    assert all(CLAIMS.margin.low <= shape.margin <= CLAIMS.margin.high for shape in shapes)


def test_the_largest_account_is_the_same_firm_and_not_the_most_profitable(shapes: list[Shape]) -> None:
    low, high = CLAIMS.lead_rank
    assert {shape.largest for shape in shapes} == {LARGEST}
    assert all(low <= shape.lead_rank <= high for shape in shapes)
    assert all(shape.lead_profit > 0 for shape in shapes)


def test_the_largest_account_is_a_plausible_key_account(base: Ledger) -> None:
    lead = next(score for score in scorecard(base) if score.name == LARGEST)
    assert lead.attractiveness() > 5
    assert lead.strength() > 5


def test_one_large_account_loses_money(shapes: list[Shape]) -> None:
    assert all(shape.loss_ranks[0] <= 10 for shape in shapes)


def test_some_small_account_is_very_expensive_to_serve(shapes: list[Shape]) -> None:
    assert all(shape.most_costly > 0.5 for shape in shapes)


def test_segments_stay_in_the_same_order_everywhere(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants]:
        rates = {item.segment: item.rate for item in retention_by_segment(book)}
        ordered = [rates[segment] for segment in STAYING]
        assert all(first > second for first, second in pairwise(ordered))
        assert 0.6 < ordered[-1] < ordered[0] < 1


def test_profit_targets_are_met_by_the_service_work(shapes: list[Shape]) -> None:
    low, high = PARAMETERS.profit.top_share
    assert all(low - 0.001 <= shape.top_share <= high + 0.001 for shape in shapes)


def test_the_shape_does_not_depend_on_the_kind_of_seed() -> None:
    for seed in (0, 1, 2**55 - 1, 2**55 - 2):
        shape = _shape(generate(seed))
        assert CLAIMS.top_share.low <= shape.top_share <= CLAIMS.top_share.high
        assert CLAIMS.loss_makers[0] <= shape.loss_makers <= CLAIMS.loss_makers[1]


def test_two_trainees_never_share_their_five_best_accounts_in_order(shapes: list[Shape]) -> None:
    assert len({shape.best_five for shape in shapes}) == len(shapes)


def test_two_trainees_never_share_the_loss_of_the_worst_account(shapes: list[Shape]) -> None:
    assert len({round(shape.worst[1], -2) for shape in shapes}) > 0.9 * len(shapes)


def test_the_share_of_the_top_fifth_nearly_always_differs(shapes: list[Shape]) -> None:
    pairs = list(combinations([round(shape.top_share, 3) for shape in shapes], 2))
    assert sum(first == second for first, second in pairs) / len(pairs) < 0.02


def test_the_loss_making_accounts_are_others_for_every_trainee(base: Ledger, variants: list[Ledger]) -> None:
    sets = {
        frozenset(item.name for item in account_results(book) if item.profit < 0)
        for book in [base, *variants]
    }
    assert len(sets) == 1 + len(variants)


def test_every_parameter_has_its_unit_and_its_reason() -> None:
    for group in dataclasses.fields(Parameters):
        for field in dataclasses.fields(getattr(PARAMETERS, group.name)):
            assert field.metadata["unit"], field.name
            assert field.metadata["why"], field.name


def test_every_parameter_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(kamlab.data.__file__).parent.glob("*.py")
    )
    for group in dataclasses.fields(Parameters):
        for field in dataclasses.fields(getattr(PARAMETERS, group.name)):
            used = re.findall(rf"(\.{field.name}\b|\"{field.name}\")", sources)
            assert used or group.name == "claims", field.name  # the claims are used by these tests


def test_parameters_cannot_be_changed_in_passing() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PARAMETERS.profit.lead_limit = 1.0  # type: ignore[misc] # that is what is tested
