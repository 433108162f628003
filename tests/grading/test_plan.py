import random

import pytest

from kamlab.grading.sample.plan import plan
from kamlab.grading.table import late_text

QUESTIONS, CELLS = ("a", "b", "c", "d", "pumps-retention"), ("x", "y")


@pytest.mark.parametrize(
    "kind",
    ["strong", "good", "partial", "follows", "typed", "weak", "blank", "odd", "any", "form", "analyst"],
)
def test_a_plan_speaks_of_every_question_and_cell_and_follows_the_seed(kind: str) -> None:
    first, second = (plan(kind, QUESTIONS, CELLS, random.Random(3)) for _ in range(2))  # noqa: S311 - not a secret
    assert first == second
    assert set(QUESTIONS) <= set(first.answers)
    assert set(first.cells) == set(CELLS)


def test_a_good_trainee_slips_three_times() -> None:
    answers = plan("good", QUESTIONS, CELLS, random.Random(1)).answers  # noqa: S311 - not a secret
    assert sorted(answers.values()) == ["near", "near", "near", "right", "right"]


def test_a_trainee_on_the_form_leaves_the_analysts_cells_and_an_analyst_answers_the_form_alike() -> None:
    form, analyst = (plan(kind, QUESTIONS, CELLS, random.Random(7)) for kind in ("form", "analyst"))  # noqa: S311 - not a secret
    assert set(form.cells.values()) == {"blank"}
    assert "blank" not in analyst.cells.values()
    assert (form.answers, form.essay) == (analyst.answers, analyst.essay)


def test_honest_trainees_do_everything_that_can_happen_to_an_answer_or_a_cell() -> None:
    plans = [plan("analyst", QUESTIONS, CELLS, random.Random(seed)) for seed in range(200)]  # noqa: S311 - not a secret
    answers = {choice for each in plans for choice in each.answers.values()}
    assert answers == {"right", "typed", "near", "as a share", "wrong", "blank"}
    assert {choice for each in plans for choice in each.cells.values()} == {
        "right",
        "warns",
        "near",
        "wrong",
        "raises",
    }
    assert {each.essay for each in plans} == {"strong", "good", "weak", "blank"}


def test_a_figure_follows_only_from_a_wrong_one_before_it() -> None:
    questions = ("pumps-retention", "lifetime-multiple", "five-points-worth")
    plans = [plan("form", questions, CELLS, random.Random(seed)).answers for seed in range(200)]  # noqa: S311 - not a secret
    follows = [each for each in plans if "follows" in each.values()]
    assert follows
    assert {each["pumps-retention"] for each in follows} == {"wrong"}


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, ""), (-5, ""), (30, "1 min"), (3720, "1 h 2 min"), (93_784, "1 d 2 h")]
)
def test_lateness_is_said_in_two_units(seconds: float, said: str) -> None:
    assert late_text(seconds) == said
