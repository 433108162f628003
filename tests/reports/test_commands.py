import csv
from pathlib import Path

import click
import pytest
import small_course as small
from click.testing import CliRunner, Result

from kamlab.data import SECRET_FILE
from kamlab.errors import GradingError, KamlabError
from kamlab.grading.crew import Alone, Crew, Threads, processors
from kamlab.grading.pool import Pool
from kamlab.reports.commands import _crew, grade


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(grade, [str(each) for each in arguments])


def test_the_command_writes_table_feedback_and_gradebook_and_exits_with_2_for_a_failure(
    tmp_path: Path,
) -> None:
    course = small.make_course(tmp_path / "course")
    submitted = tmp_path / "submitted"
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers(lang="en"))
    small.hand_in(submitted, "cy", case__ipynb=b"broken")
    done = run("u01", submitted, "--course", course, "--workers", "1")
    assert done.exit_code == 2
    assert "Not graded: cy (cy)." in done.output
    out = course / "build" / "nbgrader"
    with (out / "reports" / "u01.csv").open(encoding="utf-8-sig") as stream:
        rows = {row["trainee"]: row for row in csv.DictReader(stream)}
    assert (rows["ada"]["score"], rows["cy"]["score"], rows["cy"]["needs_look"]) == ("10", "0", "yes")
    for trainee in rows:
        assert (out / "feedback" / trainee / "u01" / "feedback.html").exists()
    assert (out / "nbgrader_config.py").exists()
    (submitted / "cy" / "u01" / "case.ipynb").unlink()
    (submitted / "cy" / "u01").rmdir()
    (submitted / "cy").rmdir()
    again = run("u01", submitted, "--course", course)
    assert (again.exit_code, "0 graded now, 1 unchanged" in " ".join(again.output.split())) == (0, True)


@pytest.mark.parametrize(("workers", "kind"), [(1, Alone), (2, Threads), (4, Threads), (5, Pool), (16, Pool)])
def test_threads_hand_out_the_work_to_few_processors_and_processes_to_many(
    workers: int, kind: type[Crew]
) -> None:
    assert type(_crew(workers, None)) is kind


def test_there_is_a_worker_for_each_processor_unless_somebody_says_otherwise() -> None:
    [workers] = [each for each in grade.params if each.name == "workers"]
    assert workers.get_default(click.Context(grade)) == processors()


def test_the_help_names_the_file_where_the_secret_is_looked_for() -> None:
    [secret] = [each for each in grade.params if each.name == "secret"]
    assert isinstance(secret, click.Option)
    assert SECRET_FILE in (secret.help or "")


def test_running_without_the_sandbox_is_said_loudly(tmp_path: Path) -> None:
    (tmp_path / "submitted").mkdir()
    course = small.make_course(tmp_path / "course")
    done = run("u01", tmp_path / "submitted", "--course", course, "--without-sandbox")
    assert done.exit_code == 0
    assert "runs with your rights" in done.output


@pytest.mark.parametrize("missing", ["submitted", "course-secret.txt"])
def test_what_is_missing_is_named_in_one_sentence(tmp_path: Path, missing: str) -> None:
    course = small.make_course(tmp_path / "course")
    if missing == "course-secret.txt":
        (course / missing).unlink()
        (tmp_path / "submitted").mkdir()
    done = run("u01", tmp_path / "submitted", "--course", course)
    assert isinstance(done.exception, KamlabError)
    assert missing in str(done.exception)


def test_without_bubblewrap_nothing_is_graded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = small.make_course(tmp_path / "course")
    small.hand_in(tmp_path / "submitted", "ada", case__ipynb=small.notebook())
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("u01", tmp_path / "submitted", "--course", course)
    assert isinstance(done.exception, GradingError)
    assert "bubblewrap" in str(done.exception)


def test_the_name_of_a_file_that_is_no_submission_does_not_command_the_terminal(tmp_path: Path) -> None:
    course, submitted = small.make_course(tmp_path / "course"), tmp_path / "submitted"
    submitted.mkdir()
    (submitted / "notes[bold]\x1b[31m.txt").touch()
    done = run("u01", submitted, "--course", course)
    assert done.exit_code == 0
    assert "Not submissions: notes[bold]?[31m.txt." in " ".join(done.output.split())
