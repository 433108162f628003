"""Cohorts of any number of honest trainees."""

import ast
import csv
import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from small_course import hand_in, source_notebook

from kamlab import data
from kamlab.answers.session import CODE_VARIABLE
from kamlab.cli import cli
from kamlab.errors import CourseError
from kamlab.grading.case import load_case
from kamlab.grading.cohort import SECRET, make_cohort, make_crowd
from kamlab.grading.rebuild import rebuild
from kamlab.grading.roster import read_roster

ROOT = Path(__file__).parents[2]
TRUTH = 'def answers(ledger):\n    return {"share": 120.0, "pick": "second"}\n'
SAMPLE = """
def answers(ledger, right):
    return {
        "share": {"near": (122.0, 0.5), "wrong": (10.0, 0.0)},
        "pick": {"wrong": ("first", 0.0)},
    }


def cells():
    wrong = "=def total(values):\\n    return 0"
    return {"total": {"wrong": (wrong, "test-total", 0.0), "raises": ("=1 / 0", "test-total", 0.0)}}
"""


@pytest.fixture
def authored(course: Path) -> Path:
    """The small course with what its author writes about wrong answers, released in both languages."""
    folder = course / "solutions" / "u01"
    folder.mkdir(parents=True)
    for name, text in (("truth.py", TRUTH), ("sample.py", SAMPLE), ("case.py", "")):
        (folder / name).write_text(text, encoding="utf-8")
    for lang in ("en", "zh"):
        home = course / "exercises" / lang / "u01"
        home.mkdir(parents=True)
        (home / "case.ipynb").write_text(json.dumps(source_notebook()), encoding="utf-8")
    return course


def fingerprint(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def answers_of(out: Path, trainee: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "submitted" / trainee / "u01" / "answers.json").read_bytes())
    return found


def stopped_after(count: int) -> Any:  # noqa: ANN401 - a callback
    def tick(done: int) -> None:
        if done == count:
            raise KeyboardInterrupt

    return tick


def test_each_trainee_hands_in_under_her_own_case_code_and_is_on_the_roster(
    authored: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    make_crowd(authored, "u01", out, 8)
    names = [f"t{number:05d}" for number in range(1, 9)]
    assert sorted(path.name for path in (out / "submitted").iterdir()) == names
    assert [answers_of(out, name)["code"] for name in names] == [
        data.case_code(SECRET, name) for name in names
    ]
    assert list(read_roster(out / "roster.csv").people) == names
    assert (out / "course-secret.txt").read_text(encoding="utf-8").strip() == SECRET
    assert [row["trainee"] for row in rows(out / "expected.csv")] == names


def test_half_are_analysts_and_half_work_in_chinese_in_all_four_pairs(authored: Path, tmp_path: Path) -> None:
    make_crowd(authored, "u01", tmp_path / "out", 8)
    kinds = [(row["kind"], row["trainee"]) for row in rows(tmp_path / "out" / "expected.csv")]
    pairs = [(kind, answers_of(tmp_path / "out", trainee)["lang"]) for kind, trainee in kinds]
    assert sorted(pairs) == sorted(2 * [(k, lang) for k in ("analyst", "form") for lang in ("en", "zh")])


def test_all_hand_in_before_the_deadline(authored: Path, tmp_path: Path) -> None:
    make_crowd(authored, "u01", tmp_path / "out", 8)
    assert {row["seconds_late"] for row in rows(tmp_path / "out" / "expected.csv")} == {"0"}
    stamps = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("timestamp.txt")]
    assert len(stamps) == 8
    assert max(stamps) < "2027-03-12 17:00"  # in UTC


def test_a_cohort_follows_its_seed_and_a_larger_one_begins_with_the_smaller(
    authored: Path, tmp_path: Path
) -> None:
    for name, count, seed in (("few", 4, 1), ("again", 4, 1), ("more", 6, 1), ("other", 4, 2)):
        make_crowd(authored, "u01", tmp_path / name, count, seed=seed)
    few, again, more, other = (fingerprint(tmp_path / name) for name in ("few", "again", "more", "other"))
    assert few == again
    assert few.items() - more.items() <= {item for item in few.items() if item[0].endswith(".csv")}
    begun = rows(tmp_path / "more" / "expected.csv")[:4]
    assert begun == rows(tmp_path / "few" / "expected.csv")
    assert few["submitted/t00001/u01/answers.json"] != other["submitted/t00001/u01/answers.json"]


def test_what_is_there_is_not_made_again(authored: Path, tmp_path: Path) -> None:
    out, ticks = tmp_path / "out", list[int]()
    assert make_crowd(authored, "u01", out, 4) == 0
    before = {path: path.stat().st_mtime_ns for path in (out / "submitted").rglob("*")}
    assert make_crowd(authored, "u01", out, 6, tick=ticks.append) == 4
    assert ticks == [5, 6]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_smaller_cohort_in_the_place_of_a_larger_one_is_the_one_that_it_would_be_alone(
    authored: Path, tmp_path: Path
) -> None:
    make_crowd(authored, "u01", tmp_path / "out", 6)
    assert make_crowd(authored, "u01", tmp_path / "out", 3) == 3
    make_crowd(authored, "u01", tmp_path / "alone", 3)
    assert fingerprint(tmp_path / "out") == fingerprint(tmp_path / "alone")


@pytest.mark.parametrize(
    "harm", ["nothing", "half a line", "no last line", "no list", "no last folder", "half a folder"]
)
def test_a_run_that_was_stopped_goes_on_to_what_it_would_have_been(
    harm: str, authored: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        make_crowd(authored, "u01", out, 5, tick=stopped_after(3))
    damage(out, harm)
    assert make_crowd(authored, "u01", out, 5) == {"nothing": 3, "half a folder": 3, "no list": 0}.get(
        harm, 2
    )
    make_crowd(authored, "u01", tmp_path / "whole", 5)
    assert fingerprint(out) == fingerprint(tmp_path / "whole")


def damage(out: Path, harm: str) -> None:
    """Leave ``out`` as a run would that was killed at another moment."""
    lines = out / "expected.csv"
    text = lines.read_text(encoding="utf-8")
    if harm == "half a line":
        lines.write_text(text[:-6], encoding="utf-8")
    elif harm == "no last line":
        lines.write_text("".join(text.splitlines(keepends=True)[:-1]), encoding="utf-8")
    elif harm == "no list":
        lines.unlink()
    elif harm == "no last folder":
        for path in (out / "submitted" / "t00003" / "u01").iterdir():
            path.unlink()
    elif harm == "half a folder":
        hand_in(out, "part", case__ipynb=b"{", leftover__txt=b"of her who came next")


def test_another_seed_in_the_same_folder_leaves_nothing_of_the_first(authored: Path, tmp_path: Path) -> None:
    for place, seed in (("out", 1), ("out", 2), ("alone", 2)):
        make_crowd(authored, "u01", tmp_path / place, 3, seed=seed)
    assert fingerprint(tmp_path / "out") == fingerprint(tmp_path / "alone")


@pytest.mark.parametrize("changed", ["truth.py", "sample.py"])
def test_a_case_whose_author_changed_the_answers_makes_the_cohort_anew(
    changed: str, authored: Path, tmp_path: Path
) -> None:
    make_crowd(authored, "u01", tmp_path / "out", 2)
    with (authored / "solutions" / "u01" / changed).open("a", encoding="utf-8") as file:
        file.write("# another word\n")
    assert make_crowd(authored, "u01", tmp_path / "out", 2) == 0


@pytest.mark.parametrize("make", [make_cohort, lambda *where: make_crowd(*where, 3)])
def test_submissions_that_are_no_sample_are_never_removed(make: Any, authored: Path, tmp_path: Path) -> None:  # noqa: ANN401 - either maker
    hand_in(tmp_path / "submitted", "ada", case__ipynb=b"her only copy")
    with pytest.raises(CourseError, match="no sample cohort: choose another folder"):
        make(authored, "u01", tmp_path)
    assert (tmp_path / "submitted" / "ada" / "u01" / "case.ipynb").read_bytes() == b"her only copy"


def test_what_a_trainer_put_beside_the_crowd_stays(authored: Path, tmp_path: Path) -> None:
    make_crowd(authored, "u01", tmp_path, 2)
    hand_in(tmp_path / "submitted", "ada", case__ipynb=b"hers")
    make_crowd(authored, "u01", tmp_path, 1)
    assert sorted(path.name for path in (tmp_path / "submitted").iterdir()) == ["ada", "t00001"]


def test_the_command_says_how_many_there_are_and_how_many_it_found(authored: Path, tmp_path: Path) -> None:
    arguments = ["cohort", "u01", "--out", str(tmp_path / "out"), "--course", str(authored), "--trainees"]
    first, then, none = (CliRunner().invoke(cli, [*arguments, count]) for count in ("2", "3", "0"))
    assert (first.exit_code, then.exit_code, none.exit_code) == (0, 0, 2)
    assert " ".join(first.output.split()).startswith("2 sample submissions in")
    assert "3 sample submissions" in " ".join(then.output.split())
    assert "2 of them from before" in " ".join(then.output.split())
    assert "1<=x<=99999" in none.output


def test_a_unit_without_its_authors_list_makes_no_crowd(course: Path, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="needs the author's list of answers"):
        make_crowd(course, "u01", tmp_path / "out", 2)
    assert not (tmp_path / "out").exists()


@pytest.mark.course
def test_the_cases_own_tests_give_every_trainee_the_points_that_the_list_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_crowd(ROOT, "u01", tmp_path / "out", 24, seed=3)
    case = load_case(ROOT, "u01")
    monkeypatch.chdir(tmp_path)
    Path("questions.toml").write_bytes(case.files["questions.toml"])
    for row in rows(tmp_path / "out" / "expected.csv"):
        home = tmp_path / "out" / "submitted" / row["trainee"] / "u01"
        Path("answers.json").write_bytes((home / "answers.json").read_bytes())
        monkeypatch.setenv(CODE_VARIABLE, data.case_code(SECRET, row["trainee"]))
        rebuilt = rebuild(case.source, (home / "case.ipynb").read_bytes(), case.stubs)
        points = run(rebuilt.notebook) | {"advice": "0" if "advice" in rebuilt.untouched else ""}
        assert points == {name: row[name] for name in points}, row["trainee"]
        assert set(row) - set(points) == {"trainee", "kind", "graded", "seconds_late"}


def run(notebook: dict[str, Any]) -> dict[str, str]:
    """Grade id to points: every cell in one namespace, as in a kernel, without its displays."""
    names: dict[str, Any] = {}
    points = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            result = value_of(cell["source"], names)
            role = cell["metadata"].get("nbgrader", {})
            if role.get("grade"):
                points[role["grade_id"]] = f"{float(repr(result)):g}"
    return points


def value_of(source: str, names: dict[str, Any]) -> object:
    """The value of a cell's last expression; an error ends the cell, not the notebook."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - the sample's own cells
            return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None  # noqa: S307
        except Exception as error:  # noqa: BLE001 - one kind of trainee makes errors
            return error
