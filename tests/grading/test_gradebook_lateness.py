import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from gradebooks import config, result
from nbgrader.api import Gradebook, SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties

from kamlab.errors import GradingError
from kamlab.grading.book.lateness import load_lateness, seconds_late
from kamlab.grading.case import Case
from kamlab.grading.gradebook import open_book


@pytest.fixture(autouse=True)
def plugins_are_forgotten() -> Iterator[None]:
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.startswith("trainers_"):
            del sys.modules[name]


def with_plugin(folder: Path, answer: str) -> Path:
    """A configuration whose own plugin, beside it, answers ``answer``."""
    (folder / "trainers_plugin.py").write_text(
        "from nbgrader.plugins import BasePlugin\n"
        "class Ours(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        f"        return {answer}\n"
    )
    return config(folder, "c.AssignLatePenalties.plugin_class = 'trainers_plugin.Ours'")


def test_without_a_configuration_lateness_costs_nothing(tmp_path: Path) -> None:
    assert load_lateness(tmp_path / "nbgrader_config.py").penalty("ada", 10.0, 3600.0) is None


def test_nbgraders_own_method_takes_all_points(tmp_path: Path) -> None:
    settings = config(tmp_path, "c.LateSubmissionPlugin.penalty_method = 'zero'")
    assert load_lateness(settings).penalty("ada", 10.0, 1.0) == 10.0


@pytest.mark.parametrize("given", [None, -3, 0, 2.5, 10, 11.5])
def test_a_penalty_is_kept_within_the_score_as_nbgrader_keeps_it(tmp_path: Path, given: float | None) -> None:
    penalty = load_lateness(with_plugin(tmp_path, repr(given))).penalty("ada", 10.0, 60.0)
    if given is None:
        assert penalty is None
    else:
        theirs = AssignLatePenalties()._check_late_penalty(SimpleNamespace(score=10.0), given)
        assert penalty == theirs


@pytest.mark.parametrize(
    ("answer", "said"),
    [("1 / 0", "ZeroDivisionError"), ("float('nan')", "gave nan"), ("'many'", "ValueError")],
)
def test_a_plugin_that_fails_is_named_with_the_trainee(tmp_path: Path, answer: str, said: str) -> None:
    lateness = load_lateness(with_plugin(tmp_path, answer))
    with pytest.raises(GradingError, match=rf"nbgrader_config.py failed for ada \(.*{said}"):
        lateness.penalty("ada", 10.0, 60.0)


@pytest.mark.parametrize(
    "line",
    [
        "c.LateSubmissionPlugin.penalty_method = ",
        "c.AssignLatePenalties.plugin_class = 'trainers_nothing.At'",
    ],
)
def test_a_configuration_that_cannot_be_used_is_named_with_the_fix(tmp_path: Path, line: str) -> None:
    with pytest.raises(GradingError, match=r"nbgrader_config.py cannot be used \(.*move it away"):
        load_lateness(config(tmp_path, line))


def test_looking_for_a_plugin_leaves_the_search_path_as_it_was(tmp_path: Path) -> None:
    before = list(sys.path)
    load_lateness(with_plugin(tmp_path, "1"))
    assert sys.path == before


def test_seconds_late_are_those_of_nbgraders_own_object() -> None:
    drawn = random.Random(12)  # noqa: S311 - seeded on purpose
    due = datetime(2027, 3, 12, 17)  # noqa: DTZ001 - nbgrader keeps times in UTC without a zone
    for _ in range(200):
        theirs = SubmittedAssignment(
            timestamp=drawn.choice([None, due + timedelta(seconds=drawn.uniform(-9e4, 9e4))]),
            extension=drawn.choice([None, timedelta(seconds=drawn.randint(0, 90_000))]),
        )
        wanted = SubmittedAssignment.total_seconds_late.fget(
            SimpleNamespace(timestamp=theirs.timestamp, duedate=due + (theirs.extension or timedelta()))
        )
        assert seconds_late(theirs.timestamp, due, theirs.extension) == wanted
    assert seconds_late(due, None, None) == 0.0


def test_an_extension_lowers_the_penalty_when_the_submission_is_recorded_again(
    url: str, case: Case, tmp_path: Path
) -> None:
    settings = with_plugin(tmp_path, "total_seconds_late / 3600")
    with open_book(url, case, settings) as book:
        book.record([result("ada", late=3), result("ben", late=3)])
        assert {each.penalty for each in book.standings().values()} == {3.0}
        with Gradebook(url, "small") as theirs:
            theirs.grant_extension("u01", "ada", hours=2)
            theirs.grant_extension("u01", "ben", days=2)
        book.record([result("ada", late=3), result("ben", late=3)])
        found = {
            name: (each.penalty, each.score, each.seconds_late) for name, each in book.standings().items()
        }
    assert found == {"ada": (1.0, 9.0, 3600.0), "ben": (0.0, 10.0, 0.0)}


def test_the_penalty_counts_what_the_trainer_gave(url: str, case: Case, tmp_path: Path) -> None:
    settings = config(tmp_path, "c.LateSubmissionPlugin.penalty_method = 'zero'")
    with open_book(url, case, settings) as book:
        book.record([result("ada", late=1)])
        with Gradebook(url, "small") as theirs:
            theirs.find_grade("essay", "case", "u01", "ada").manual_score = 3.5
            theirs.db.commit()
        book.record([result("ada", late=1)])
        standing = book.standing("ada")
    assert standing is not None
    assert (standing.penalty, standing.score) == (13.5, 0.0)
    assert result("ada", late=1).submitted == datetime(2027, 3, 12, 18, tzinfo=UTC)
