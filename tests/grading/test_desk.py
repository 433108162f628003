"""The work on one submission: whatever goes wrong with it is in its result."""

import hashlib
import json
import pickle
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self

import pytest
import small_course as small

from kamlab.errors import GradingError
from kamlab.grading.case import Case
from kamlab.grading.desk import NOT_STARTED, Desk, Former, Task, grade, lost
from kamlab.grading.execute import Job, Outcome
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result
from kamlab.grading.roster import Person
from kamlab.grading.submission import Submission

NOTEBOOK = "autograded/ada/u01/case.ipynb"
RESULT = "results/u01/ada.json"


@dataclass
class Recorder:
    """An executor that runs nothing, keeps the jobs, and fails where it is told to."""

    failure: GradingError | None = None
    jobs: list[Job] = field(default_factory=list)

    def check(self, sample: object = None) -> None:
        """There is nothing to try."""

    def shared(self, sample: object) -> Self:  # noqa: ARG002 - as an executor has it
        """It is plain data."""
        return self

    def run(self, job: Job) -> Outcome:
        """Note it."""
        self.jobs.append(job)
        if self.failure:
            raise self.failure
        return Outcome(job.notebook, remarks=(Remark("It ran."),))


@pytest.fixture
def desk(case: Case) -> Desk:
    return Desk(case, small.SECRET, Recorder())


def task(notebook: bytes | None = None, **facts: object) -> Task:
    content = small.notebook() if notebook is None else notebook
    submission = Submission(Person("ada"), "ada", content, small.answers())
    return Task(replace(submission, **facts), "a key")  # type: ignore[arg-type]  # fields of a submission


def test_the_files_of_a_result_end_with_the_result_itself(desk: Desk) -> None:
    done = grade(desk, task(submitted=datetime(2027, 3, 1, tzinfo=UTC)))
    assert list(done.files)[-1] == RESULT
    assert done.files["submitted/ada/u01/answers.json"] == small.answers()
    assert done.files["submitted/ada/u01/timestamp.txt"] == b"20270301T000000\n"
    assert Result.from_json(json.loads(done.files[RESULT])).scores == done.result.scores


def test_a_task_and_what_was_done_can_be_sent_to_another_machine(desk: Desk) -> None:
    done = grade(pickle.loads(pickle.dumps(desk)), pickle.loads(pickle.dumps(task())))  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(done)) == done  # noqa: S301 - our own


def test_a_damaged_notebook_gets_nought_its_reason_and_a_notice_in_formgrader(desk: Desk) -> None:
    done = grade(desk, task(b"<damaged>"))
    assert done.result.fault
    assert {each.points for each in done.result.scores} == {0.0}
    notice = json.loads(done.files[NOTEBOOK])["cells"][0]
    assert str(done.result.fault) in notice["source"]


def test_a_machine_that_cannot_run_it_leaves_no_result_behind(desk: Desk) -> None:
    broken = replace(desk, executor=Recorder(GradingError("No {thing} here.", thing="sandbox")))
    done = grade(broken, task())
    assert (done.result.passing, str(done.result.fault)) == (True, NOT_STARTED)
    assert str(done.result.remarks[-1]) == "No sandbox here."
    assert RESULT not in done.files


def test_a_worker_that_was_lost_is_said_in_its_own_words(desk: Desk) -> None:
    done = lost(desk, task(), ConnectionError("the {cable} was cut"))
    assert str(done.result.remarks[-1]) == "What happened: ConnectionError: the {cable} was cut."


def former(desk: Desk, notebook: bytes | None = None) -> Former:
    done = grade(desk, task())
    return Former(Result.from_json(json.loads(done.files[RESULT])), notebook or done.files[NOTEBOOK])


def test_what_was_run_before_is_not_run_again(desk: Desk) -> None:
    first = former(desk)
    again = grade(replace(desk, executor=Recorder()), replace(task(), former=first))
    assert again.result.ran == (Remark("It ran."),)
    assert replace(desk.executor, jobs=[]) == Recorder()
    assert first.result.kept == hashlib.sha256(first.notebook).hexdigest()


def test_a_notebook_that_somebody_else_put_there_is_not_believed(desk: Desk) -> None:
    forged = json.loads(former(desk).notebook)
    for cell in forged["cells"]:
        if cell["cell_type"] == "code":
            result = {"output_type": "execute_result", "data": {"text/plain": "4.0"}, "metadata": {}}
            cell["outputs"] = [result | {"execution_count": 1}]
    executor = Recorder()
    done = grade(
        replace(desk, executor=executor), replace(task(), former=former(desk, json.dumps(forged).encode()))
    )
    assert len(executor.jobs) == 1
    assert {each.points for each in done.result.scores} == {0.0, None}
