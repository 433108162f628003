from pathlib import Path

import pytest

from kamlab.course.outline import Outline, load_outline
from kamlab.errors import CourseError

ROOT = Path(__file__).parents[2]
COURSE = (ROOT / "course.toml").read_text(encoding="utf-8")


def loaded(folder: Path, text: str) -> Outline:
    (folder / "course.toml").write_text(text, encoding="utf-8")
    return load_outline(folder)


def test_the_course_has_ten_units_in_order() -> None:
    assert [unit.id for unit in load_outline(ROOT).units] == [f"u{n:02d}" for n in range(1, 11)]


def test_the_first_case_closes_a_week_after_its_deadline_in_the_courses_timezone() -> None:
    case = load_outline(ROOT).assignment("u01")
    assert case.due.isoformat() == "2027-03-12T18:00:00+01:00"
    assert (case.closes - case.due).days == 7


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(CourseError, match="no unit 'u11': use one of u01"):
        load_outline(ROOT).unit("u11")


def test_a_unit_without_a_case_says_what_to_add() -> None:
    with pytest.raises(CourseError, match="Unit u05 has no case yet"):
        load_outline(ROOT).assignment("u05")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('timezone = "Europe/Oslo"', 'timezone = "Europe/Nowhere"', "'Europe/Nowhere' is not a timezone"),
        ("due = 2027-03-12T18:00:00", 'due = "soon"', "due must be a date and time"),
        ("points = 60", "points = -1", "points must be a number above 0"),
        ("late_days = 7", "late_days = 1.5", "late_days must be a whole number"),
        ('id = "u02"', 'id = "u01"', "gives an id twice"),
        ('title.zh = "六十家客户，少数大客户"', 'title.zh = ""', "title zh must be a text"),
        ('id = "kamlab"', "id = 5", "[course] id must be a text"),
        ("[course]", "[elsewhere]", "[course] must be a table"),
    ],
)
def test_a_wrong_entry_is_named_with_its_fix(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in COURSE
    with pytest.raises(CourseError) as caught:
        loaded(tmp_path, COURSE.replace(old, new, 1))
    assert said in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"course\.toml cannot be read"):
        load_outline(tmp_path)
