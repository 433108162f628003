import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamlab.course import release
from kamlab.course.commands import notebooks
from kamlab.course.commands import release as release_command
from kamlab.course.percent import from_json
from kamlab.errors import CourseError, TranslationError

ROOT = Path(__file__).parents[2]
Change = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def built() -> release.Built:
    return release.build(ROOT, "u01")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    shutil.copy(ROOT / "course.toml", tmp_path)
    return tmp_path


@pytest.fixture
def change(copy: Path) -> Change:
    def apply(name: str, old: str, new: str) -> None:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return apply


def test_the_release_has_one_notebook_and_its_questions_in_each_language(built: release.Built) -> None:
    assert sorted(built.exercises) == [
        f"exercises/{lang}/u01/{name}" for lang in ("en", "zh") for name in ("case.ipynb", "questions.toml")
    ]


def test_two_releases_are_byte_identical(built: release.Built) -> None:
    assert release.build(ROOT, "u01") == built


def test_the_committed_exercises_are_in_step(built: release.Built) -> None:
    assert release.differences(ROOT, "u01", built) == []


def test_both_languages_hold_the_same_cells(built: release.Built) -> None:
    english, chinese = (
        from_json(built.exercises[f"exercises/{lang}/u01/case.ipynb"]).cells for lang in ("en", "zh")
    )
    assert [cell.id for cell in english] == [cell.id for cell in chinese]
    assert [cell.cell_type for cell in english] == [cell.cell_type for cell in chinese]
    assert any("大客户" in cell.source for cell in chinese)


@pytest.mark.parametrize(
    "answer",
    ['market-and-firm"]', "'customers'", "retention_multiple(", "score_accounts", "groupby", "expected",
     "choose few, and say no fairly", "BEGIN", "kamlab: truth", "feedback"],
)  # fmt: skip
def test_no_answer_stands_in_a_released_notebook(built: release.Built, answer: str) -> None:
    for lang in ("en", "zh"):
        assert answer not in built.exercises[f"exercises/{lang}/u01/case.ipynb"]


def test_the_source_for_nbgrader_holds_the_truth_and_stays_out_of_exercises(built: release.Built) -> None:
    assert "score_accounts" in built.source["build/source/u01/case.ipynb"]
    assert all(path.startswith("build/") for path in built.source)


def test_a_solution_repeated_in_an_open_cell_stops_the_release(copy: Path, change: Change) -> None:
    line = 'orders = tables["orders"]'
    change("solutions/u01/case.py", "# %% [markdown]\n# ## 7", f"# %%\n{line}  \n\n# %% [markdown]\n# ## 7")
    change(
        "solutions/u01/case.py",
        f"{line}\ngross",
        f"{line}\nsurely_secret = 'a line that only the author knows'\ngross",
    )
    release.build(copy, "u01")
    change(
        "solutions/u01/questions.toml",
        "# The form of",
        "surely_secret = 'a line that only the author knows'\n# The form of",
    )
    with pytest.raises(CourseError, match="would give away 'surely_secret"):
        release.build(copy, "u01")


def test_feedback_in_the_questions_stops_the_release(copy: Path, change: Change) -> None:
    change(
        "solutions/u01/questions.toml",
        "# The form of",
        'right.en = "Right for every segment."\n# The form of',
    )
    with pytest.raises(CourseError, match="would give away"):
        release.build(copy, "u01")


def test_points_that_differ_stop_the_release(copy: Path, change: Change) -> None:
    change("solutions/u01/questions.toml", "points = 3", "points = 4")
    with pytest.raises(CourseError, match="'top-fifth-share' is worth 4"):
        release.build(copy, "u01")


def test_points_that_do_not_add_up_to_the_courses_stop_the_release(copy: Path, change: Change) -> None:
    change("course.toml", "points = 60", "points = 61")
    with pytest.raises(CourseError, match=r"worth 60\.0 points, in course.toml 61"):
        release.build(copy, "u01")


def test_a_changed_paragraph_asks_for_its_translation(copy: Path, change: Change) -> None:
    change("solutions/u01/case.py", "Every trainee has her own ledger.", "Everybody has a ledger.")
    with pytest.raises(TranslationError, match=r"u01\.po lacks 1 texts"):
        release.build(copy, "u01")


def test_a_unit_without_a_case_is_named(copy: Path) -> None:
    with pytest.raises(CourseError, match="Unit u07 has no case"):
        release.build(copy, "u07")


def test_what_is_changed_missing_or_left_over_is_reported(tmp_path: Path, built: release.Built) -> None:
    release.write(tmp_path, built)
    (tmp_path / "exercises/en/u01/case.ipynb").write_text("{}")
    (tmp_path / "exercises/zh/u01/questions.toml").unlink()
    (tmp_path / "exercises/zh/u01/old.csv").write_text("")
    assert release.differences(tmp_path, "u01", built) == [
        "exercises/en/u01/case.ipynb",
        "exercises/zh/u01/old.csv",
        "exercises/zh/u01/questions.toml",
    ]


def test_writing_twice_writes_nothing_the_second_time(tmp_path: Path, built: release.Built) -> None:
    assert len(release.write(tmp_path, built)) == 8
    assert release.write(tmp_path, built) == []


@pytest.mark.parametrize("command", [(release_command, ["u01", "--check"]), (notebooks, ["--check"])])
def test_the_check_commands_pass_on_what_is_committed(
    command: tuple[object, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(command[0], command[1])  # type: ignore[arg-type]  # a click command
    assert result.exit_code == 0, result.exception


def test_a_released_solution_cell_runs_as_it_is(built: release.Built) -> None:
    cells = from_json(built.exercises["exercises/en/u01/case.ipynb"]).cells
    solutions = [
        cell
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
    ]
    assert len(solutions) == 2
    for cell in solutions:
        compile(cell.source, cell.id, "exec")
        assert "raise" not in cell.source


def test_every_graded_cell_has_feedback_in_both_languages(built: release.Built) -> None:
    import tomllib  # noqa: PLC0415 - this test alone reads TOML

    texts = tomllib.loads((ROOT / "solutions/u01/feedback.toml").read_text(encoding="utf-8"))
    cells = json.loads(built.source["build/source/u01/case.ipynb"])["cells"]
    graded = [
        c["metadata"]["nbgrader"]["grade_id"] for c in cells if c["metadata"].get("nbgrader", {}).get("grade")
    ]
    for grade_id in graded:
        entry = texts[grade_id]
        assert (ROOT / "book/u01.md").read_text(encoding="utf-8").count(f"({entry['section']})=") == 1
        if grade_id != "advice":
            assert {lang for outcome in ("right", "near", "wrong") for lang in entry[outcome]} == {"en", "zh"}
