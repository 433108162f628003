from pathlib import Path

import pytest
import small_course as small

from kamlab.grading.roster import Roster, read_roster
from kamlab.grading.submission import Submission, collect


def found(folder: Path, roster: Roster | None = None) -> dict[str, Submission]:
    return {each.person.id: each.read() for each in collect(folder, "u01", roster or Roster()).submissions}


@pytest.fixture
def namesakes(submitted: Path) -> Path:
    for number in (111, 222):
        folder = submitted / f"Wei Zhang_{number}_assignsubmission_file_"
        folder.mkdir()
        (folder / "case.ipynb").write_bytes(small.notebook())
    return submitted


def test_two_trainees_of_one_name_get_a_row_each_and_wait_for_a_roster(namesakes: Path) -> None:
    rows = found(namesakes)
    assert list(rows) == ["Wei-Zhang-111", "Wei-Zhang-222"]
    for number, row in zip(("111", "222"), rows.values(), strict=True):
        assert "More than one trainee is called 'Wei Zhang': enter each in the roster, with" in str(row.fault)
        assert number in str(row.fault)
        assert row.notebook is None


def test_a_roster_with_the_platforms_numbers_tells_them_apart(namesakes: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("id,name,lms\nwei,Wei Zhang,111\nweiwei,Wei Zhang,222\n", "utf-8")
    rows = found(namesakes, read_roster(path))
    assert {name: row.fault for name, row in rows.items()} == {"wei": None, "weiwei": None}


def test_the_one_whom_the_roster_knows_is_not_kept_waiting(namesakes: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("id,name,lms\nwei,Someone Else,111\n", "utf-8")
    rows = found(namesakes, read_roster(path))
    assert rows["wei"].fault is None
    assert "is not in the roster" in str(rows["Wei-Zhang"].fault)


def test_one_number_and_a_folder_of_the_same_name_are_one_trainee(submitted: Path) -> None:
    small.hand_in(submitted, "Wei Zhang", case__ipynb=small.notebook())
    folder = submitted / "Wei Zhang_111_assignsubmission_file_"
    folder.mkdir()
    (folder / "case.ipynb").write_bytes(small.notebook())
    [row] = found(submitted).values()
    assert (row.person.id, row.fault) == ("Wei-Zhang", None)
    assert "There are 2 submissions" in str(row.remarks[-1])
