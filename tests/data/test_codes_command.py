"""``kamlab codes``: rosters as people save them, and one sentence for each thing that can be wrong."""

import csv
import stat
from pathlib import Path

import pytest

from kamlab.cli import main
from kamlab.data import case_code, new_secret, read_secret
from kamlab.errors import DataError

SECRET = "sixteen letters and more"  # noqa: S105 - the tests' own


Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "500")
    (tmp_path / "course-secret.txt").write_text(f"{SECRET}\n", encoding="utf-8")
    return tmp_path


def _roster(folder: Path, text: str, encoding: str = "utf-8") -> None:
    (folder / "roster.csv").write_bytes(text.encode(encoding))


def _run(capsys: Capture, *arguments: str) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["codes", *arguments])
    output = capsys.readouterr()
    return stopped.value.code, output.out, output.err


def _codes(text: str) -> dict[str, str]:
    return {row["trainee"]: row["code"] for row in csv.DictReader(text.splitlines())}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id,name\nzhang.wei,Zhang Wei\nmeier,Meier\n", "utf-8"),
        ("name,ID\nZhang Wei,zhang.wei\nMeier,meier\n", "utf-8-sig"),
        ("name;id\r\nZhang;zhang.wei\r\n;\r\nMeier;meier\r\n", "utf-8"),
        ("id\tname\nzhang.wei\tZhang\nmeier\tMeier\n", "utf-8"),
        ("zhang.wei\nmeier\n", "utf-8"),
        ('id,name\nzhang.wei,"Zhang, Wei"\n meier ,Meier\n\n', "utf-8"),
    ],
)
def test_rosters_as_people_save_them(folder: Path, capsys: Capture, text: str, encoding: str) -> None:
    _roster(folder, text, encoding)
    status, out, _ = _run(capsys, "roster.csv")
    assert status == 0
    assert _codes(out) == {name: case_code(SECRET, name) for name in ("zhang.wei", "meier")}


def test_codes_are_written_to_a_file(folder: Path, capsys: Capture) -> None:
    _roster(folder, "id\n张伟\n")
    status, out, err = _run(capsys, "roster.csv", "--output", "codes.csv")
    assert (status, out, err) == (0, "", "Wrote 1 codes to codes.csv.\n")
    assert _codes((folder / "codes.csv").read_text(encoding="utf-8")) == {"张伟": case_code(SECRET, "张伟")}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The roster roster.csv is empty"),
        ("id,name\n", "The roster roster.csv has no trainee"),
        ("number,name\n7,Meier\n", "The roster roster.csv has no column 'id'"),
        ("id\nmeier\nMEIER\n", "Lines 2 and 3 of roster.csv have the same id 'MEIER'"),
        ("id,name\nmeier,Meier\n,Zhang\n", "Line 3 of roster.csv has no id"),
        ('id\n"' + "x" * 200_000 + '"\n', "The roster roster.csv is not a CSV file from line 2 on"),
    ],
)
def test_an_unusable_roster_is_named(folder: Path, capsys: Capture, text: str, message: str) -> None:
    _roster(folder, text)
    status, out, err = _run(capsys, "roster.csv")
    assert (status, out) == (1, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_roster_in_another_encoding_is_named(folder: Path, capsys: Capture) -> None:
    _roster(folder, "id\n张伟\n", "gbk")
    status, _, err = _run(capsys, "roster.csv")
    assert status == 1
    assert "is not UTF-8: save it as 'CSV UTF-8'" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "No roster is given"),
        (("nowhere.csv",), "The roster nowhere.csv is missing"),
        ((".",), "The roster . cannot be read"),
        (("roster.csv", "--output", "no-folder/codes.csv"), "no-folder/codes.csv cannot be written"),
        (("roster.csv", "--output", "roster.csv"), "roster.csv is the roster itself"),
        (("roster.csv", "--secret-file", "nowhere.txt"), "The secret file nowhere.txt is missing"),
    ],
)
def test_a_path_that_cannot_be_used_is_named(
    folder: Path, capsys: Capture, arguments: tuple[str, ...], message: str
) -> None:
    _roster(folder, "id\nmeier\n")
    status, out, err = _run(capsys, *arguments)
    assert (status, out) == (1, "")
    assert message in err
    assert (folder / "roster.csv").read_text(encoding="utf-8") == "id\nmeier\n"


def test_a_new_secret_is_long_private_and_kept(folder: Path, capsys: Capture) -> None:
    secret = folder / "course-secret.txt"
    secret.unlink()
    assert _run(capsys, "--new-secret")[0] == 0
    first = read_secret(secret)
    assert len(first) >= 32
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    status, _, err = _run(capsys, "--new-secret")
    assert status == 1
    assert "exists and is kept" in err
    assert read_secret(secret) == first


def test_two_new_secrets_differ(tmp_path: Path) -> None:
    new_secret(tmp_path / "one.txt")
    new_secret(tmp_path / "two.txt")
    assert read_secret(tmp_path / "one.txt") != read_secret(tmp_path / "two.txt")


def test_a_new_secret_in_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be written"):
        new_secret(tmp_path / "nowhere" / "secret.txt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"short", "has 5 characters and needs at least 16"),
        (b"", "has 0 characters"),
        (b"\xff\xfe\x00", "text file"),
    ],
)
def test_a_secret_that_cannot_be_used_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "course-secret.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=message):
        read_secret(path)
