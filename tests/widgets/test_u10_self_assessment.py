"""The self-assessment: no level is asked for, but honesty, contrast and a plan for both crafts."""

from itertools import combinations

import pytest

from kamlab.i18n import Translator
from kamlab.models.convergence import ei_index
from kamlab.widgets.controls import Answers, Value
from kamlab.widgets.u10 import profile_plan as plan
from kamlab.widgets.u10 import self_assessment
from kamlab.widgets.u10.profile_plan import BUYING, SELLING, STATEMENTS
from kamlab.widgets.u10.profile_words import LEVELS, SAID, SHORT, STEPS

KEYS = list(STATEMENTS)
AFTER = (4, 4, 3, 5, 3, 3, 3, 2, 3, 4)
PROOFS = ["profit", "need", "welcome", "share"]
NEXT = ["develop", "flow", "suppliers"]


def decision(
    after: tuple[int, ...] = AFTER,
    *,
    before: int = 2,
    proofs: list[str] | None = None,
    steps: list[str] | None = None,
) -> Answers:
    values: dict[str, Value] = {f"before-{key}": float(before) for key in KEYS}
    values |= {f"after-{key}": float(level) for key, level in zip(KEYS, after, strict=True)}
    values["proofs"] = list(PROOFS if proofs is None else proofs)
    values["steps"] = list(NEXT if steps is None else steps)
    return Answers(values)


def missed(answers: Answers, t: Translator) -> list[int]:
    return [at for at, reason in enumerate(self_assessment.check(answers, t)) if not reason.met]


def test_there_are_ten_statements_five_of_each_craft_and_all_are_worded() -> None:
    assert [list(STATEMENTS.values()).count(craft) for craft in (SELLING, BUYING)] == [5, 5]
    assert set(SHORT) == set(SAID) == set(STEPS) == set(STATEMENTS)
    assert len(LEVELS) == plan.TOP + 1


def test_the_start_is_not_rated_and_misses_all(t: Translator) -> None:
    values = self_assessment().values
    assert all(values[f"{when}-{key}"] == 0 for when in ("before", "after") for key in KEYS)
    assert missed(decision((0,) * 10, before=0, proofs=[], steps=[]), t) == [0, 1, 2, 3, 4]


def test_an_honest_profile_with_a_plan_for_the_weak_side_meets_all(t: Translator) -> None:
    assert missed(decision(), t) == []


def test_low_ratings_meet_the_goal_as_well_as_high_ones(t: Translator) -> None:
    low = (1, 1, 2, 3, 1, 1, 2, 3, 1, 1)
    assert missed(decision(low, before=1, proofs=[], steps=["profit", "share", "flow"]), t) == []


def test_a_second_rating_below_the_first_is_no_failure(t: Translator) -> None:
    assert missed(decision(before=5), t) == []


@pytest.mark.parametrize("level", range(1, 6))
def test_the_same_rating_everywhere_is_no_profile(level: int, t: Translator) -> None:
    assert 2 in missed(decision((level,) * 10, proofs=KEYS), t)


def test_the_lean_has_the_form_of_the_e_i_index() -> None:
    profile = self_assessment.read(decision())
    selling, buying = (4 + 4 + 3 + 5 + 3) / 5, (3 + 3 + 2 + 3 + 4) / 5
    assert plan.lean(profile.after) == pytest.approx(ei_index(selling, buying))
    assert plan.mean(profile.planned, BUYING) == pytest.approx(buying + 3 / 5)


def test_a_step_cannot_lift_above_the_top() -> None:
    profile = self_assessment.read(decision(steps=["welcome", "need", "price"]))
    assert profile.planned["welcome"] == plan.TOP
    assert profile.planned["need"] == 5


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision((0, *AFTER[1:])), 0, "'New to me' is a rating too"),
        (decision(proofs=["profit"]), 1, "or lower the rating"),
        (decision((3,) * 10), 2, "has not looked closely"),
        (decision(steps=["flow", "suppliers", "total"]), 3, "Visit one small supplier"),
        (decision(steps=["develop"]), 3, "Visit one small supplier"),
        (decision((0,) * 10), 3, "Rate the statements first"),
        (decision(steps=["develop", "price", "profit"]), 4, "the buyer's craft"),
        (decision(AFTER[::-1], proofs=KEYS, steps=["share", "flow", "contacts"]), 4, "the seller's craft"),
        (decision(steps=[]), 4, "choose your next steps first"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = self_assessment.check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_of_all_plans_for_one_profile_some_but_not_most_meet_the_goal(t: Translator) -> None:
    plans = [list(three) for three in combinations(KEYS, 3)]
    solved = [one for one in plans if not missed(decision(steps=one), t)]
    assert 0.02 < len(solved) / len(plans) < 0.4
    assert all("develop" in one for one in solved)


def test_the_view_names_both_crafts_before_and_after(t: Translator) -> None:
    view = self_assessment.view(decision(), t)
    assert "Seller&#x27;s craft: 2.0 before and 3.8 after" in view["summary"]
    assert "2 → 5" in view["chart"]


def test_extremes_can_be_shown_and_do_not_meet_all(t: Translator) -> None:
    for level in (0, 1, 5):
        for keys in ([], KEYS):
            answers = decision((level,) * 10, before=level, proofs=keys, steps=keys)
            assert self_assessment.view(answers, t)["summary"]
            assert missed(answers, t)
