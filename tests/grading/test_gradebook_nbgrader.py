"""nbgrader itself is the oracle: what its own API writes and reads, row by row."""

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import nbformat
import pytest
from gradebooks import config, content, crowd, quarters, result
from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin
from nbgrader.preprocessors import AssignLatePenalties, SaveCells
from sqlalchemy import Engine, event
from traitlets.config.loader import PyFileConfigLoader

from kamlab.errors import GradingError
from kamlab.grading.case import Case
from kamlab.grading.gradebook import open_book
from kamlab.grading.rebuild import Notebook
from kamlab.grading.results import Result
from kamlab.i18n import translator

pytestmark = pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")

# Takes a part of the points for each hour, more than there are, or less than none.
PLUGIN = """
from nbgrader.plugins import BasePlugin

class Hourly(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        if student_id.endswith("7"):
            return None
        return total_seconds_late / 3600 / 3 - 0.5
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)  # as nbgrader does with the folder that it is started in
    (tmp_path / "hourly_plugin.py").write_text(PLUGIN)
    return config(tmp_path, "c.AssignLatePenalties.plugin_class = 'hourly_plugin.Hourly'")


@pytest.fixture
def stock(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'stock.db'}"


def enter_by_nbgrader(url: str, case: Case) -> None:
    due = case.assignment.due.astimezone(UTC).replace(tzinfo=None)
    with Gradebook(url, case.outline.id) as theirs:
        theirs.update_or_create_assignment(case.unit, duedate=due, course_id=case.outline.id)
    SaveCells().preprocess(nbformat.from_dict(case.source), resources(url, ""))


def resources(url: str, trainee: str) -> dict[str, Any]:
    return {"nbgrader": {"notebook": "case", "assignment": "u01", "student": trainee, "db_url": url}}


def record_by_nbgrader(url: str, results: Sequence[Result], settings: Path) -> None:
    loaded = PyFileConfigLoader(settings.name, path=str(settings.parent)).load_config()
    for each in results:
        with Gradebook(url, "small") as theirs:
            one_by_nbgrader(theirs, each)
        AssignLatePenalties(config=loaded).preprocess(
            nbformat.v4.new_notebook(), resources(url, each.person.id)
        )


def one_by_nbgrader(theirs: Any, each: Result) -> None:  # noqa: ANN401 - nbgrader's classes are not typed
    person = each.person
    names = {"first_name": person.first_name, "last_name": person.last_name}
    theirs.update_or_create_student(person.id, **{name: value for name, value in names.items() if value})
    when = each.submitted.replace(tzinfo=None) if each.submitted else None
    theirs.update_or_create_submission("u01", person.id, timestamp=when)
    notebook = theirs.find_submission_notebook("case", "u01", person.id)
    points = {score.grade_id: score.points for score in each.scores}
    for grade in notebook.grades:
        grade.auto_score = points[grade.name]
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
    fault = each.fault or each.error
    for comment in notebook.comments:
        empty = "No response." if comment.name in each.untouched else None
        comment.auto_comment = fault.render(translator("en")) if fault else empty
    notebook.flagged = each.needs_look
    theirs.db.commit()


def mark_like_formgrader(url: str, seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - seeded on purpose
    with Gradebook(url, "small") as theirs:
        submissions = sorted(theirs.assignment_submissions("u01"), key=lambda each: each.student.id)
        for submission in submissions:
            for grade in sorted(submission.notebooks[0].grades, key=lambda each: each.name):
                if drawn.random() < 0.3:
                    grade.manual_score, grade.needs_manual_grade = quarters(drawn, 4.0), False
                if drawn.random() < 0.1:
                    grade.extra_credit = 0.25
            for comment in sorted(submission.notebooks[0].comments, key=lambda each: each.name):
                comment.manual_comment = drawn.choice([None, None, "", "Well argued."])
            if drawn.random() < 0.2:
                theirs.grant_extension("u01", submission.student.id, hours=drawn.randint(1, 30))
        theirs.db.commit()


def changed(results: Sequence[Result], seed: int) -> list[Result]:
    """Another hand-in by everybody, but under the same names."""
    again = crowd(len(results), seed)
    return [replace(new, person=old.person) for old, new in zip(results, again, strict=True)]


def test_rows_are_those_of_nbgraders_own_api_at_first_after_marking_and_after_a_regrade(
    url: str, stock: str, case: Case, settings: Path
) -> None:
    first = crowd(24, seed=5)
    enter_by_nbgrader(stock, case)
    with open_book(url, case, settings) as book:
        for results in (first, changed(first, seed=6)):
            record_by_nbgrader(stock, results, settings)
            book.record(results)
            assert content(url, ours=False) == content(stock, ours=False)
            for each in (stock, url):
                mark_like_formgrader(each, seed=7)
            assert content(url, ours=False) == content(stock, ours=False)


def test_the_crowd_of_these_tests_is_of_every_kind(url: str, case: Case, settings: Path) -> None:
    with open_book(url, case, settings) as book:
        book.record(crowd(24, seed=5))
    rows = {name: [dict(row) for row in found] for name, found in content(url).items()}
    penalties = {row["late_submission_penalty"] for row in rows["submitted_notebook"]}
    assert {None, 0.0} < penalties
    assert any(row["flagged"] for row in rows["submitted_notebook"])
    comments = {row["auto_comment"] for row in rows["comment"]}
    assert comments == {None, "It is damaged.", "It stopped.", "No response."}
    assert {row["needs_manual_grade"] for row in rows["grade"]} == {0, 1}


def test_standings_are_what_nbgraders_objects_say(url: str, case: Case, settings: Path) -> None:
    results = crowd(24, seed=8)
    with open_book(url, case, settings) as book:
        book.record(results)
        mark_like_formgrader(url, seed=9)
        book.record(results[::2])
        standings = book.standings()
    with Gradebook(url, "small") as theirs:
        for submission in theirs.assignment_submissions("u01"):
            notebook, standing = submission.notebooks[0], standings.pop(submission.student.id)
            penalty = notebook.late_submission_penalty or 0.0
            assert (standing.score, standing.of) == (notebook.score - penalty, notebook.max_score)
            assert (standing.penalty, standing.seconds_late) == (penalty, submission.total_seconds_late)
            assert standing.pending == notebook.needs_manual_grade == submission.needs_manual_grade
            assert standing.manual == {
                each.name: each.manual_score for each in notebook.grades if each.manual_score is not None
            }
            assert standing.comments == {
                each.name: each.manual_comment for each in notebook.comments if each.manual_comment
            }
    assert standings == {}


def test_nbgraders_exporter_writes_the_same_file_from_both(
    url: str, stock: str, case: Case, settings: Path, tmp_path: Path
) -> None:
    results = crowd(12, seed=10)
    enter_by_nbgrader(stock, case)
    record_by_nbgrader(stock, results, settings)
    with open_book(url, case, settings) as book:
        book.record(results)

    def exported(address: str) -> list[str]:
        path = tmp_path / "grades.csv"
        with Gradebook(address, "small") as theirs:
            CsvExportPlugin(to=str(path)).export(theirs)
        return sorted(path.read_text(encoding="utf-8").splitlines())

    assert exported(url) == exported(stock)
    assert len(exported(url)) == 13


def test_what_formgraders_pages_ask_for_is_the_same_from_both(
    url: str, stock: str, case: Case, settings: Path
) -> None:
    results = crowd(12, seed=11)
    enter_by_nbgrader(stock, case)
    record_by_nbgrader(stock, results, settings)
    with open_book(url, case, settings) as book:
        book.record(results)

    def asked(address: str) -> list[Any]:
        """The lists without the random ids of submissions, and the average."""
        with Gradebook(address, "small") as theirs:
            lists = (theirs.submission_dicts("u01"), theirs.notebook_submission_dicts("case", "u01"))
            kept = [[{**row, "id": None} for row in found] for found in lists]
            found = [sorted(each, key=repr) for each in (theirs.student_dicts(), *kept)]
            return [*found, theirs.average_assignment_score("u01")]

    assert asked(url) == asked(stock)


def test_nbgraders_command_removes_a_trainee_and_her_key(case: Case, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    settings = config(
        tmp_path, "c.CourseDirectory.course_id = 'small'", f"c.CourseDirectory.db_url = {url!r}"
    )
    with open_book(url, case, settings) as book:
        book.record([result("ada"), result("ben")])
        command = [sys.executable, "-m", "nbgrader", "db", "student", "remove", "ada", "--force"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        assert book.recorded() == {"ben": "key of ben"}


def with_cells(case: Case, change: Callable[[list[Notebook]], object]) -> Case:
    source = nbformat.from_dict(case.source)
    change(source.cells)
    return replace(case, source=source)


def correct_a_hidden_test(cells: list[Notebook]) -> None:
    cells[4]["source"] += "\n# corrected"
    cells[4]["metadata"]["nbgrader"]["checksum"] = "another"


def give_more_points(cells: list[Notebook]) -> None:
    cells[1]["metadata"]["nbgrader"]["points"] = 5


def take_the_essay_away(cells: list[Notebook]) -> None:
    del cells[-1]


def rename_a_cell(cells: list[Notebook]) -> None:
    cells[2]["metadata"]["nbgrader"]["grade_id"] = "choose"


def make_a_task(cells: list[Notebook]) -> None:
    cells[-1]["metadata"]["nbgrader"] |= {"task": True, "solution": False, "grade": False, "locked": True}


CHANGES = [correct_a_hidden_test, give_more_points, take_the_essay_away, rename_a_cell, make_a_task]


@pytest.mark.parametrize("change", CHANGES)
def test_cells_are_entered_and_changed_as_nbgrader_does_it(
    url: str, stock: str, case: Case, settings: Path, change: Callable[[list[Notebook]], object]
) -> None:
    for each in (case, with_cells(case, change), case):
        enter_by_nbgrader(stock, each)
        with open_book(url, each, settings):
            pass
        assert content(url, ours=False) == content(stock, ours=False)


@pytest.mark.parametrize("change", CHANGES[:2])
def test_a_corrected_test_and_other_points_are_taken_on_though_there_are_submissions(
    url: str, stock: str, case: Case, settings: Path, change: Callable[[list[Notebook]], object]
) -> None:
    enter_by_nbgrader(stock, case)
    record_by_nbgrader(stock, [result("ada"), result("ben")], settings)
    enter_by_nbgrader(stock, with_cells(case, change))
    with open_book(url, case, settings) as book:
        book.record([result("ada"), result("ben")])
    with open_book(url, with_cells(case, change), settings) as book:
        standing = book.standing("ada")
        assert standing is not None
        assert standing.of == (15.0 if change is give_more_points else 14.0)
        assert book.recorded() == {"ada": "key of ada", "ben": "key of ben"}
    assert content(url, ours=False) == content(stock, ours=False)


@pytest.mark.parametrize("change", CHANGES[2:])
def test_cells_that_came_or_went_since_submissions_were_graded_are_refused(
    url: str, case: Case, settings: Path, change: Callable[[list[Notebook]], object]
) -> None:
    with open_book(url, case, settings) as book:
        book.record([result("ada")])
    before = content(url)
    with (
        pytest.raises(GradingError, match=r"cells of u01 .* move that folder away"),
        open_book(url, with_cells(case, change), settings),
    ):
        pass
    assert content(url) == before


def test_opening_a_gradebook_again_writes_nothing(url: str, case: Case, settings: Path) -> None:
    with open_book(url, case, settings) as book:
        book.record([result("ada")])
    written: list[str] = []

    def watch(*args: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        if not args[2].lstrip().upper().startswith(("SELECT", "PRAGMA", "BEGIN")):
            written.append(args[2])

    event.listen(Engine, "before_cursor_execute", watch)
    try:
        with open_book(url, case, settings):
            pass
    finally:
        event.remove(Engine, "before_cursor_execute", watch)
    assert written == []
