import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import small_course as small

from kamlab.errors import GradingError, SubmissionError
from kamlab.grading.roster import Roster, read_roster
from kamlab.grading.submission import Submission, collect

OSLO = ZoneInfo("Europe/Oslo")


def found(folder: Path, roster: Roster | None = None) -> dict[str, Submission]:
    handed_in = collect(folder, "u01", roster or Roster(), OSLO).submissions
    return {each.person.id: each.read() for each in handed_in}


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    path = tmp_path / "roster.csv"
    path.write_text(
        "id,first_name,last_name,lms\nada,Ada,Löv,77\nzhang.wei,Wei,Zhang,12\nben,Ben,Ng,5\n", "utf-8"
    )
    return read_roster(path)


def test_nbgraders_layout_gives_notebook_answers_and_time(submitted: Path) -> None:
    small.hand_in(
        submitted, "ada", case__ipynb=b"N", answers__json=b"A", timestamp__txt=b"2027-03-01 10:00:00 UTC"
    )
    ada = found(submitted)["ada"]
    assert (ada.notebook, ada.answers) == (b"N", b"A")
    assert ada.submitted == datetime(2027, 3, 1, 10, tzinfo=UTC)


def test_a_timestamp_with_an_offset_is_brought_to_utc(submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=b"N", timestamp__txt=b"2027-03-01 10:00:00 +0200")
    assert found(submitted)["ada"].submitted == datetime(2027, 3, 1, 8, tzinfo=UTC)


def test_a_timestamp_that_is_no_time_is_remarked_upon(submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=b"N", answers__json=b"A", timestamp__txt=b"yesterday")
    ada = found(submitted)["ada"]
    assert ada.submitted is None
    assert "holds no time" in str(ada.remarks[0])


def test_a_folder_without_the_unit_holds_the_files_itself(submitted: Path) -> None:
    small.hand_in(submitted, "ada", unit=".", case__ipynb=b"N")
    assert found(submitted)["ada"].notebook == b"N"


def test_a_folder_of_another_unit_is_no_submission(submitted: Path) -> None:
    small.hand_in(submitted, "ada", unit="u02", case__ipynb=b"N")
    assert found(submitted) == {}


def test_an_empty_folder_is_a_submission_without_a_notebook(submitted: Path) -> None:
    small.hand_in(submitted, "ada")
    assert "no notebook" in str(found(submitted)["ada"].fault)


def test_moodles_zip_is_split_by_trainee_and_names_come_from_the_roster(
    submitted: Path, roster: Roster
) -> None:
    members = {
        "Ada Löv_123456_assignsubmission_file_/case.ipynb": b"N1",
        "Wei Zhang_99_assignsubmission_file_/answers.json": b"A2",
        "Wei Zhang_99_assignsubmission_file_/case.ipynb": b"N2",
    }
    (submitted / "export.zip").write_bytes(small.zipped_from(members))
    both = found(submitted, roster)
    assert {name: each.notebook for name, each in both.items()} == {"ada": b"N1", "zhang.wei": b"N2"}
    assert all(each.submitted for each in both.values())


def test_moodles_folders_are_read_as_well(submitted: Path, roster: Roster) -> None:
    small.hand_in(submitted, "Ada Löv_123456_assignsubmission_file_", unit=".", case__ipynb=b"N")
    assert found(submitted, roster)["ada"].notebook == b"N"


def test_canvas_names_in_one_zip_are_split_and_a_second_attempt_keeps_its_name(
    submitted: Path, roster: Roster
) -> None:
    members = {"lovada_77_4001_case-1.ipynb": b"N1", "lovada_77_4001_answers.json": b"A1"}
    late = {"zhangwei_LATE_12_4002_case.ipynb": b"N2"}
    (submitted / "export.zip").write_bytes(small.zipped_from(members | late))
    both = found(submitted, roster)
    assert (both["ada"].notebook, both["ada"].answers) == (b"N1", b"A1")
    assert any("late" in str(remark) for remark in both["zhang.wei"].remarks)


def test_a_plain_zip_is_named_after_its_trainee_and_its_times_are_not_trusted(submitted: Path) -> None:
    members = {"u01/case.ipynb": b"N", "u01/answers.json": b"A", "timestamp.txt": b"2020-01-01 00:00:00 UTC"}
    (submitted / "ada.zip").write_bytes(small.zipped_from(members))
    ada = found(submitted)["ada"]
    assert (ada.notebook, ada.answers, ada.submitted) == (b"N", b"A", None)


def test_a_zip_of_nbgraders_folders_is_split_by_trainee(submitted: Path) -> None:
    members = {"ada/u01/case.ipynb": b"N1", "ben/u01/case.ipynb": b"N2"}
    (submitted / "all.zip").write_bytes(small.zipped_from(members))
    assert {name: each.notebook for name, each in found(submitted).items()} == {"ada": b"N1", "ben": b"N2"}


def test_a_zip_inside_the_platforms_zip_is_opened(submitted: Path, roster: Roster) -> None:
    inner = small.zipped(case__ipynb=b"N", answers__json=b"A")
    (submitted / "m.zip").write_bytes(small.zipped_from({"Ada Löv_1_assignsubmission_file_/mine.zip": inner}))
    ada = found(submitted, roster)["ada"]
    assert (ada.notebook, ada.answers) == (b"N", b"A")


def test_one_trainees_bad_path_does_not_stop_the_others_in_the_same_zip(
    submitted: Path, roster: Roster
) -> None:
    members = {
        "Ada Löv_1_assignsubmission_file_/case.ipynb": b"N",
        "Ben Ng_2_assignsubmission_file_/../../evil": b"x",
    }
    (submitted / "m.zip").write_bytes(small.zipped_from(members))
    both = found(submitted, roster)
    assert both["ada"].fault is None
    assert "outside" in str(both["ben"].fault)


def test_a_truncated_zip_is_a_submission_with_a_fault(submitted: Path) -> None:
    (submitted / "ada.zip").write_bytes(small.zipped(case__ipynb=b"N")[:50])
    assert "not a whole zip" in str(found(submitted)["ada"].fault)


def test_the_newest_of_two_submissions_counts_and_the_other_is_named(submitted: Path) -> None:
    small.hand_in(submitted, "ada", case__ipynb=b"new", timestamp__txt=b"2027-03-02 10:00:00 UTC")
    (submitted / "ada.zip").write_bytes(small.zipped(case__ipynb=b"old"))
    ada = found(submitted)["ada"]
    assert ada.notebook == b"new"
    assert any("ada.zip" in str(remark) for remark in ada.remarks)


def test_a_name_that_the_roster_does_not_know_is_a_fault(submitted: Path, roster: Roster) -> None:
    small.hand_in(submitted, "mallory", case__ipynb=b"N")
    assert "not in the roster" in str(found(submitted, roster)["mallory"].fault)


def test_a_linked_folder_is_refused_and_stray_files_are_listed(submitted: Path, tmp_path: Path) -> None:
    (submitted / "eve").symlink_to(tmp_path)
    (submitted / "readme.txt").write_text("hello")
    (submitted / ".DS_Store").touch()
    result = collect(submitted, "u01", Roster())
    assert "link" in str(result.submissions[0].read().fault)
    assert result.ignored == ["readme.txt"]


def test_the_only_notebook_counts_whatever_it_is_called(submitted: Path) -> None:
    home = small.hand_in(submitted, "ada")
    (home / "case (1).ipynb").write_bytes(b"N")
    ada = found(submitted)["ada"]
    assert ada.notebook == b"N"
    assert any("case (1).ipynb" in str(remark) for remark in ada.remarks)


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="no folder"):
        collect(tmp_path / "nowhere", "u01", Roster())


def test_two_trainees_of_one_name_are_told_apart_by_number_only(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("id,name,lms\na1,Wei Li,1\na2,Wei Li,2\n")
    roster = read_roster(path)
    assert roster.find("Wei Li") is None
    assert getattr(roster.find("2", "Wei Li"), "id", None) == "a2"


@pytest.mark.parametrize("text", ["", "name\nAda\n", "id,name\n../x,Ada\n"])
def test_a_roster_without_usable_ids_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(text)
    with pytest.raises(GradingError, match="roster"):
        read_roster(path)


def test_a_link_of_a_name_that_no_file_can_have_costs_only_its_own_row(submitted: Path) -> None:
    (submitted / "ada").symlink_to("x" * 300)
    small.hand_in(submitted, "ben", case__ipynb=b"N")
    rows = found(submitted)
    assert "is a link" in str(rows["ada"].fault)
    assert rows["ben"].fault is None


def test_a_pipe_that_is_called_a_zip_is_not_waited_for(submitted: Path) -> None:
    os.mkfifo(submitted / "ada.zip")
    assert collect(submitted, "u01", Roster()).ignored == ["ada.zip"]
