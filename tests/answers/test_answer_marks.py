import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.utils import get_partial_grade

from kamlab.answers import marks
from kamlab.answers.marks import MIME, Mark, unmarked

IDS = [f"A{n:02d}" for n in range(1, 9)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(IDS),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
SCORES = {
    "number": (lambda start: marks.score_number(start, tolerance=0.1, near=1, percent=True), 12.0),
    "choice": (marks.score_choice, "A01"),
    "choices": (marks.score_choices, ["A01", "A02", "A03"]),
    "ranking": (marks.score_ranking, IDS[:5]),
    "accounts": (marks.score_accounts, ["A01", "A02", "A03"]),
    "figures": (lambda start: marks.score_figures(start, tolerance=0.5), {"A01": 1.0, "A02": -2.0}),
}


def scored(kind: str, given: object, of: float = 4.0) -> Mark:
    score, expected = SCORES[kind]
    return score(unmarked("q", of, given, expected))


@pytest.mark.parametrize("kind", SCORES)
def test_the_truth_scores_full(kind: str) -> None:
    found = scored(kind, SCORES[kind][1])
    assert (found.points, found.outcome) == (4.0, "right")


@pytest.mark.parametrize("kind", SCORES)
def test_a_blank_answer_scores_zero(kind: str) -> None:
    found = scored(kind, None)
    assert (found.points, found.outcome) == (0.0, "blank")


@given(raw=JSON, of=st.floats(0.5, 100))
@pytest.mark.parametrize("kind", SCORES)
def test_any_json_scores_within_its_points_and_fails_closed(kind: str, raw: object, of: float) -> None:
    found = scored(kind, raw, of)
    assert 0 <= found.points <= of
    assert found.outcome in {"right", "near", "wrong", "blank", "refused"}
    assert (found.outcome == "right") == (found.points == of)
    assert found.points == 0 or found.outcome in {"right", "near"}
    json.dumps(found.as_json(), allow_nan=False)


@pytest.mark.parametrize("kind", SCORES)
@pytest.mark.parametrize("raw", [True, math.nan, math.inf, {}, [None], [[]], 10**400, -0.0, "x" * 5000])
def test_garbage_scores_zero(kind: str, raw: object) -> None:
    assert scored(kind, raw).points == 0


def test_a_number_is_right_within_its_tolerance_and_near_beyond_it() -> None:
    assert [scored("number", given).points for given in (12.09, 12.9, 13.2)] == [4, 2, 0]


def test_a_share_where_per_cent_was_asked_is_near() -> None:
    assert scored("number", 0.12).outcome == "near"


def test_a_figure_that_follows_from_an_earlier_answer_is_near() -> None:
    start = unmarked("q", 4, 2.67, 4.5)
    assert marks.score_number(start, tolerance=0.02, follows=2.667).points == 2
    assert marks.score_number(start, tolerance=0.02).points == 0


def test_choices_gain_for_right_and_lose_for_wrong() -> None:
    given = [["A01", "A02"], ["A01", "A08"], ["A01", "A02", "A03", "A08"], ["A07", "A08"]]
    assert [round(scored("choices", one, 3).points, 2) for one in given] == [2, 0, 2, 0]


def test_accounts_score_by_precision_and_recall() -> None:
    assert scored("accounts", ["A01", "A02", "A08"], 3).points == 2
    assert scored("accounts", IDS, 3).points == pytest.approx(3 * 6 / 11, abs=0.005)


def test_one_swap_of_neighbours_costs_a_fifth_of_a_ranking_of_five() -> None:
    assert scored("ranking", ["A02", "A01", "A03", "A04", "A05"], 5).points == 4
    assert scored("ranking", IDS[4::-1], 5).points == 0


def test_a_foreign_account_in_a_ranking_loses_its_pairs_only() -> None:
    assert scored("ranking", ["A01", "A02", "A03", "A04", "A08"], 5).points == 3


def test_a_tie_may_stand_in_either_order() -> None:
    start = unmarked("q", 5, ["A02", "A01", "A03", "A04", "A05"], IDS[:5])
    assert marks.score_ranking(start, ties={frozenset(("A01", "A02"))}).outcome == "right"


def test_figures_score_by_the_share_that_is_right() -> None:
    assert scored("figures", {"A01": 1.2, "A02": 9.0}).points == 2
    assert scored("figures", {"A01": 1.0, "A02": -2.0, "A09": 1.0}).points == 2


def test_a_near_choice_earns_half() -> None:
    assert marks.score_choice(unmarked("q", 2, "A02", "A01"), near=("A02",)).points == 1


def test_a_mark_refused_for_a_reason_stays_refused() -> None:
    start = Mark("q", 0, 4, "refused", 12.0, 12.0, "%", "trainee")
    assert marks.score_number(start, tolerance=1) == start


@given(points=st.floats(0, 7))
def test_nbgrader_reads_the_points_of_a_mark(points: float) -> None:
    shown = Mark("q", points, 7.0, "near")._repr_mimebundle_()
    assert get_partial_grade({"data": shown}, 7.0) == round(points, 2)
    assert shown[MIME]["points"] == round(points, 2)  # type: ignore[index]  # the bundle is a mapping


@pytest.mark.parametrize(("points", "of"), [(-1, 2), (3, 2), (math.nan, 2), (1, math.inf)])
def test_a_mark_outside_its_points_cannot_be_made(points: float, of: float) -> None:
    with pytest.raises(ValueError, match="q:"):
        Mark("q", points, of, "right")
