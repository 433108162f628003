import json
import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Self

import pytest
import small_course as small
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI

from kamlab.course.stubs import CODE_STUB, TEXT_STUB
from kamlab.errors import GradingError
from kamlab.grading.book.settings import load_settings
from kamlab.grading.case import load_case
from kamlab.grading.crew import Alone, Where
from kamlab.grading.execute import Job, Outcome
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Batch, Graded, Settings, grade_batch
from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark
from kamlab.grading.roster import Roster
from kamlab.grading.table import as_csv, failures, remarks, summary
from kamlab.grading.workspace import Workspace


@dataclass(frozen=True)
class Stub:
    """An executor that runs nothing: every check gives full points, or what ``result`` says."""

    result: str = ""
    fail: bool = False

    def check(self, sample: object = None) -> None:
        """There is nothing to try."""

    def shared(self, sample: object) -> Self:  # noqa: ARG002 - as an executor has it
        """It is plain data."""
        return self

    def run(self, job: Job) -> Outcome:
        """Pretend."""
        if self.fail:
            raise OSError("the worker broke")
        cells = [self._cell(cell) for cell in job.notebook["cells"]]
        return Outcome({**job.notebook, "cells": cells})

    def _cell(self, cell: Notebook) -> Notebook:
        if cell["cell_type"] != "code":
            return cell
        points = self.result or str(cell["metadata"].get("nbgrader", {}).get("points", 0))
        data = {"text/plain": points}
        result = {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}
        return {**cell, "outputs": [result], "execution_count": 1}


@pytest.fixture
def settings(course: Path, submitted: Path) -> Settings:
    return Settings(
        case=load_case(course, "u01"),
        submitted=submitted,
        workspace=Workspace(course / "build" / "nbgrader"),
        roster=Roster(),
        secret=small.SECRET,
        executor=Stub(),
    )


def by_id(batch: Batch) -> dict[str, Graded]:
    return {row.result.person.id: row for row in batch.rows}


def points(row: Graded) -> dict[str, float | None]:
    return {each.grade_id: each.points for each in row.result.scores}


def test_a_batch_of_good_partial_and_damaged_work_gets_a_row_each(
    settings: Settings, submitted: Path
) -> None:
    real = replace(settings, executor=ForkingExecutor())
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers())
    untouched = small.notebook(total="    return 7", essay="*Write your advice here.*")
    small.hand_in(
        submitted, "ben", case__ipynb=untouched, answers__json=small.answers("ben", share=1.2, pick="oops")
    )
    small.hand_in(submitted, "cy", case__ipynb=b"{not json", answers__json=small.answers("cy"))
    batch = grade_batch(real)
    rows = by_id(batch)
    assert points(rows["ada"]) == {"share": 4.0, "pick": 2.0, "test-total": 4.0, "essay": None}
    assert points(rows["ben"]) == {"share": 2.0, "pick": 0.0, "test-total": 0.0, "essay": 0.0}
    assert set(points(rows["cy"]).values()) == {0.0}
    assert [row.result.person.id for row in failures(batch.rows)] == ["cy"]
    assert (rows["ada"].standing.score, rows["ada"].standing.pending) == (10.0, True)
    again = grade_batch(real)
    assert not any(row.fresh for row in again.rows)
    assert [points(row) for row in again.rows] == [points(row) for row in batch.rows]
    assert as_csv(again) == as_csv(batch)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (b"{", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[]", "not an answers file"),
        (b"\xff", "damaged"),
        (b" " * 2_000_000, "at most"),
        (small.answers(share=float("nan")), "damaged"),
        (small.answers("eve"), "which is not ada's"),
        (small.answers("ada", code="7QK4-M2XD-9RTA"), "which is not ada's"),
        (small.answers("eve", code=""), "names the trainee 'eve'"),
        (small.answers().replace(b'"unit": "u01"', b'"unit": "u02"'), "belongs to case u02"),
    ],
)
def test_an_answers_file_that_cannot_count_gives_a_row_with_nought(
    settings: Settings, submitted: Path, answers: bytes, said: str
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=answers)
    [row] = grade_batch(settings).rows
    assert set(points(row).values()) == {0.0}
    assert row.result.needs_look
    assert said in str(row.result.fault)
    assert (row.standing.score, row.standing.of, row.standing.pending) == (0.0, 14.0, False)


RELEASED = {"total": f"    # {CODE_STUB}", "essay": TEXT_STUB}
NOTHING = {"share": "", "pick": None}


def said_of(settings: Settings, submitted: Path, texts: dict[str, str], **given: object) -> list[str]:
    """The remarks on a submission with these texts in its notebook and these answers in the form."""
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(**texts), answers__json=small.answers(**given))
    [row] = grade_batch(settings).rows
    return remarks(row.result)


def test_a_submission_without_any_answer_says_so(settings: Settings, submitted: Path) -> None:
    assert said_of(settings, submitted, RELEASED, **NOTHING) == [
        "Nothing was answered: no question of the form, and no cell of the notebook that counts."
    ]


@pytest.mark.parametrize(
    ("texts", "given"),
    [(RELEASED, {"pick": "second"}), ({**RELEASED, "essay": "My plan."}, NOTHING)],
    ids=["form", "notebook"],
)
def test_one_answer_in_the_form_or_the_notebook_is_not_nothing(
    settings: Settings, submitted: Path, texts: dict[str, str], given: dict[str, object]
) -> None:
    assert said_of(settings, submitted, texts, **given) == []


def test_answers_that_no_form_saves_are_counted_for_the_trainer(settings: Settings, submitted: Path) -> None:
    assert said_of(settings, submitted, RELEASED, share=[1, 2], pick="neither") == [
        "Answers that no form saves, and that score nothing: 2."
    ]


def test_the_spelling_of_an_id_does_not_matter(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers(" ADA "))
    [row] = grade_batch(settings).rows
    assert row.result.fault is None


def test_lateness_is_recorded_and_costs_nothing_unless_the_trainer_says_so(
    settings: Settings, submitted: Path
) -> None:
    late = b"2027-03-12 18:00:00 UTC"  # the deadline is 18:00 in Oslo, an hour ahead
    small.hand_in(
        submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers(), timestamp__txt=late
    )
    [row] = grade_batch(settings).rows
    assert (row.standing.seconds_late, row.standing.penalty, row.standing.score) == (3600, 0, 10)
    config = settings.workspace.config
    config.write_text(config.read_text().replace("# c.LateSubmission", "c.LateSubmission"))
    for path in settings.workspace.results("u01").glob("*.json"):
        path.unlink()
    [row] = grade_batch(settings).rows
    assert (row.standing.penalty, row.standing.score) == (10, 0)


def test_work_handed_in_after_the_case_was_closed_is_graded_and_remarked_upon(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), timestamp__txt=b"2027-03-21 12:00:00 UTC")
    [row] = grade_batch(settings).rows
    assert row.standing.score == 10
    assert any("closed" in str(remark) for remark in row.result.remarks)


def test_a_trainers_marks_and_comments_survive_a_second_run(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers())
    grade_batch(settings)
    with Gradebook(settings.workspace.gradebook_url, "small") as gradebook:
        notebook = gradebook.find_submission_notebook("case", "u01", "ada")
        grade = next(each for each in notebook.grades if each.name == "essay")
        grade.manual_score, grade.needs_manual_grade = 3.5, False
        next(each for each in notebook.comments if each.name == "essay").manual_comment = "Well argued."
        gradebook.db.commit()
    [row] = grade_batch(settings).rows
    assert (row.standing.score, row.standing.pending, row.fresh) == (13.5, False, False)
    assert row.standing.comments == {"essay": "Well argued."}


def test_a_changed_submission_is_graded_again_and_an_unchanged_one_is_not(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    home = small.hand_in(submitted, "ben", case__ipynb=small.notebook())
    grade_batch(settings)
    (home / "case.ipynb").write_bytes(small.notebook(essay="Another plan."))
    assert {name: row.fresh for name, row in by_id(grade_batch(settings)).items()} == {
        "ada": False,
        "ben": True,
    }
    changed = replace(settings, case=replace(settings.case, digest="another version"))
    assert all(row.fresh for row in grade_batch(changed).rows)


def test_a_lost_gradebook_is_filled_again_without_running_anything(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    before = grade_batch(settings).rows[0].standing
    (settings.workspace.root / "gradebook.db").unlink()
    after = grade_batch(replace(settings, executor=Stub(fail=True))).rows[0]
    assert (after.standing, after.fresh) == (before, False)


def test_a_worker_that_breaks_gives_a_row_and_is_tried_again_next_time(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    [row] = grade_batch(replace(settings, executor=Stub(fail=True))).rows
    assert "could not be started" in str(row.result.fault)
    [row] = grade_batch(settings).rows
    assert (row.fresh, row.result.fault, row.standing.score) == (True, None, 10)


def test_a_check_that_says_nonsense_scores_nothing_and_needs_a_look(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    batch = grade_batch(replace(settings, executor=Stub(result="'oops'")))
    assert batch.rows[0].standing.score == 0
    assert batch.rows[0].result.needs_look
    assert failures(batch.rows) == []
    assert "1 need a look" in summary(batch)


def test_nbgraders_database_holds_every_submission_also_the_failed_one(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    small.hand_in(submitted, "cy", case__ipynb=b"nothing")
    grade_batch(settings)
    database = sqlite3.connect(settings.workspace.root / "gradebook.db")
    rows = database.execute(
        "select a.student_id, n.flagged, count(g.id), sum(g.auto_score) from submitted_assignment a "
        "join submitted_notebook n on n.assignment_id = a.id join grade g on g.notebook_id = n.id "
        "group by a.student_id order by 1"
    ).fetchall()
    assert rows == [("ada", 0, 4, 10.0), ("cy", 1, 4, 0.0)]
    [[comment]] = database.execute(
        "select distinct auto_comment from comment where auto_comment like '%damaged%'"
    ).fetchall()
    assert "hand it in again" in comment


def test_formgrader_finds_a_notebook_for_every_row(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(essay="<script>alert(1)</script>"))
    small.hand_in(submitted, "cy", case__ipynb=b"<b>nothing")
    grade_batch(settings)
    for trainee in ("ada", "cy"):
        text = (settings.workspace.root / "autograded" / trainee / "u01" / "case.ipynb").read_text()
        assert "<script>" not in text
        assert json.loads(text)["nbformat"] == 4


def test_a_case_with_other_cells_than_the_gradebooks_stops_with_a_sentence(
    settings: Settings, submitted: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    grade_batch(settings)
    fewer = {**settings.case.source, "cells": settings.case.source["cells"][:-1]}
    with pytest.raises(GradingError, match="move that folder away"):
        grade_batch(replace(settings, case=replace(settings.case, source=fewer)))


def test_stopping_in_the_middle_keeps_what_was_done(settings: Settings, submitted: Path) -> None:
    for name in ("ada", "ben", "cy"):
        small.hand_in(submitted, name, case__ipynb=small.notebook())

    def stop(_row: Graded, done: int, _all: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_batch(settings, stop)
    assert sum(row.fresh for row in grade_batch(settings).rows) == 1


def test_few_results_wait_for_the_last_one_to_be_entered(settings: Settings, submitted: Path) -> None:
    names = [f"t{number:02}" for number in range(12)]
    for name in names:
        small.hand_in(submitted, name, case__ipynb=small.notebook())
    groups: list[list[str]] = []
    grade_batch(settings, publish=lambda rows: groups.append([row.result.person.id for row in rows]))
    assert [len(group) for group in groups] == [7, 3, 2]
    assert sorted(name for group in groups for name in group) == names


def test_a_case_that_was_not_released_says_what_to_run(course: Path) -> None:
    (course / "build" / "source" / "u01" / "case.ipynb").unlink()
    with pytest.raises(GradingError, match="kamlab release u01"):
        load_case(course, "u01")


def test_the_database_that_is_named_first_is_nbgraders_too(
    settings: Settings, submitted: Path, tmp_path: Path
) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    named = replace(settings, database=f"sqlite:///{tmp_path / 'elsewhere.db'}")
    assert grade_batch(named).rows[0].standing.score == 10
    assert settings.workspace.gradebook_url == named.database
    assert not (settings.workspace.root / "gradebook.db").exists()
    assert not grade_batch(settings).rows[0].fresh
    with pytest.raises(GradingError, match="names another gradebook than --database"):
        grade_batch(replace(settings, database="sqlite:////another.db"))


def test_the_configuration_is_readable_by_its_owner_only(settings: Settings) -> None:
    settings.workspace.set_up(settings.case)
    assert settings.workspace.config.stat().st_mode & 0o077 == 0


def test_nbgraders_own_list_of_submissions_agrees_that_all_are_graded(
    settings: Settings, submitted: Path
) -> None:
    stamp = b"2027-03-01 10:00:00.123456 UTC"
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), timestamp__txt=stamp)
    grade_batch(settings)
    folder = settings.workspace.root
    app = NbGraderAPI(config=load_settings(settings.workspace.config))
    app.coursedir.root = str(folder)
    [row] = app.get_submissions("u01")
    assert (row["student"], row["autograded"], row["score"]) == ("ada", True, 10)


@dataclass(frozen=True)
class Counted(Stub):
    """Counts what it runs."""

    ran: list[str] = field(default_factory=list)

    def run(self, job: Job) -> Outcome:
        """Pretend, and note whose it was."""
        self.ran.append(job.trainee)
        return replace(super().run(job), remarks=(Remark("It ran."),))


def test_only_what_changed_is_run_again(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    small.hand_in(submitted, "ben", case__ipynb=b"damaged")
    counted = replace(settings, executor=Counted())
    first = grade_batch(counted).rows
    assert counted.executor.ran == ["ada"]

    texts = replace(counted, case=replace(counted.case, digest="other feedback texts"))
    again = grade_batch(texts).rows
    assert counted.executor.ran == ["ada"]
    assert all(row.fresh for row in again)
    assert [points(row) for row in again] == [points(row) for row in first]
    assert [row.result.remarks for row in again] == [row.result.remarks for row in first]

    cells = json.loads(json.dumps(counted.case.source))
    next(cell for cell in cells["cells"] if cell["id"] == "test-total")["source"] += "  # corrected"
    corrected = replace(texts, case=replace(counted.case, source=cells, digest="a corrected test"))
    grade_batch(corrected)
    assert counted.executor.ran == ["ada", "ada"]


def test_a_kept_notebook_that_is_damaged_is_run_again(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook())
    grade_batch(settings)
    (settings.workspace.autograded("ada", "u01")).write_bytes(b"lost")
    other = replace(settings, case=replace(settings.case, digest="other"), executor=Counted())
    assert points(grade_batch(other).rows[0])["share"] == 4.0
    assert other.executor.ran == ["ada"]


@dataclass(frozen=True)
class Elsewhere(Alone):
    """A crew on other machines, played by this process."""

    where: ClassVar[Where] = Where.AWAY


@dataclass(frozen=True)
class Refusing(Stub):
    """An executor whose machine has no sandbox."""

    def check(self, sample: object = None) -> None:  # noqa: ARG002 - as an executor has it
        """It does not work here."""
        raise GradingError("No sandbox on {machine}.", machine="worker 3")


def test_on_other_machines_the_sandbox_is_tried_there(settings: Settings, submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers())
    away = replace(settings, executor=Refusing(), crew=Elsewhere())
    with pytest.raises(GradingError, match="No sandbox on worker 3"):
        grade_batch(away)
    assert by_id(grade_batch(replace(settings, crew=Elsewhere())))["ada"].fresh
