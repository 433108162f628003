import random

import pytest

from kamlab.grading.sample.plan import plan
from kamlab.grading.table import late_text

QUESTIONS, CELLS = ("a", "b", "c", "d", "pumps-retention"), ("x", "y")


@pytest.mark.parametrize(
    "kind", ["strong", "good", "partial", "follows", "typed", "weak", "blank", "odd", "any"]
)
def test_a_plan_speaks_of_every_question_and_cell_and_follows_the_seed(kind: str) -> None:
    first, second = (plan(kind, QUESTIONS, CELLS, random.Random(3)) for _ in range(2))  # noqa: S311 - not a secret
    assert first == second
    assert set(QUESTIONS) <= set(first.answers)
    assert set(first.cells) == set(CELLS)


def test_a_good_trainee_slips_three_times() -> None:
    answers = plan("good", QUESTIONS, CELLS, random.Random(1)).answers  # noqa: S311 - not a secret
    assert sorted(answers.values()) == ["near", "near", "near", "right", "right"]


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, ""), (-5, ""), (30, "1 min"), (3720, "1 h 2 min"), (93_784, "1 d 2 h")]
)
def test_lateness_is_said_in_two_units(seconds: float, said: str) -> None:
    assert late_text(seconds) == said
