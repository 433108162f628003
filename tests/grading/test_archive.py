import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import small_course as small

from kamlab.errors import SubmissionError
from kamlab.grading.archive import check_name, open_zip, read_folder
from kamlab.grading.limits import LIMITS, Limits


def linked() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entry = zipfile.ZipInfo("case.ipynb")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return packed.getvalue()


def test_a_plain_zip_lists_its_files_and_reads_them() -> None:
    members = open_zip(small.zipped(case__ipynb=b"{}"), "a.zip")
    assert [(str(member.path), member.size, member.read(10)) for member in members] == [
        ("case.ipynb", 2, b"{}")
    ]


@pytest.mark.parametrize(
    "name", ["../evil", "a/../../evil", "/etc/passwd", "C:\\evil", "..\\evil", "a\\..\\..\\b"]
)
def test_a_path_that_leads_outside_is_named_and_never_read(name: str) -> None:
    with pytest.raises(SubmissionError, match="outside"):
        check_name(name)
    [member] = open_zip(small.zipped_from({name: b"x"}), "a.zip")
    assert ".." not in member.path.parts
    with pytest.raises(SubmissionError, match="outside"):
        member.read(10)


def test_a_long_or_deep_path_is_refused() -> None:
    with pytest.raises(SubmissionError, match="characters"):
        check_name("a" * (LIMITS.name + 1))
    with pytest.raises(SubmissionError, match="levels"):
        check_name("a/" * LIMITS.depth + "b")


def test_a_link_in_a_zip_is_refused() -> None:
    [member] = open_zip(linked(), "a.zip")
    with pytest.raises(SubmissionError, match="link"):
        member.read(100)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    [member] = open_zip(small.zipped(case__ipynb=b"0" * 8_000_000), "a.zip")
    with pytest.raises(SubmissionError, match="unpack"):
        member.read(100_000_000)


def test_a_file_larger_than_the_limit_is_refused() -> None:
    [member] = open_zip(small.zipped(case__ipynb=os.urandom(2000)), "a.zip")
    with pytest.raises(SubmissionError, match="at most"):
        member.read(1000)


@pytest.mark.parametrize(
    ("content", "limits", "said"),
    [
        (lambda: small.zipped(a__txt=b"x")[:40], LIMITS, "not a whole zip"),
        (lambda: b"", LIMITS, "not a whole zip"),
        (lambda: small.zipped(a__txt=b"x", b__txt=b"y"), Limits(members=1), "more than 1"),
        (lambda: small.zipped(a__txt=b"x"), Limits(archive=10), "at most"),
    ],
)
def test_an_archive_that_cannot_be_used_says_why(
    content: Callable[[], bytes], limits: Limits, said: str
) -> None:
    with pytest.raises(SubmissionError, match=said):
        open_zip(content(), "a.zip", limits)


def test_a_damaged_member_says_so_when_it_is_read() -> None:
    packed = bytearray(small.zipped(case__ipynb=bytes(range(256)) * 20))
    packed[60:90] = b"\xff" * 30
    [member] = open_zip(bytes(packed), "a.zip")
    with pytest.raises(SubmissionError, match="damaged"):
        member.read(10_000)


def test_a_folder_is_read_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "case.ipynb").write_bytes(b"{}")
    assert [str(member.path) for member in read_folder(tmp_path / "in")] == ["case.ipynb"]
    (tmp_path / "secret").mkdir()
    (tmp_path / "in" / "way-out").symlink_to(tmp_path / "secret")
    with pytest.raises(SubmissionError, match="link"):
        list(read_folder(tmp_path / "in"))


def test_a_device_or_pipe_in_a_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.ipynb")
    with pytest.raises(SubmissionError, match="device"):
        list(read_folder(tmp_path))


def test_a_folder_with_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / str(number)).touch()
    with pytest.raises(SubmissionError, match="more than 2"):
        list(read_folder(tmp_path, Limits(members=2)))


@pytest.mark.parametrize("large", [False, True], ids=["plain", "of the large kind"])
def test_an_endless_list_of_contents_is_refused_before_it_is_read(
    large: bool,  # noqa: FBT001 - a case
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(*_arguments: object) -> None:
        raise AssertionError("the list was read")

    monkeypatch.setattr(zipfile, "ZipFile", read)
    size = 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 46 if large else size, 0, 0)
    if large:
        record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, size, 0)
        end = record + struct.pack("<4sLQL", b"PK\6\7", 0, size, 1) + end
    with pytest.raises(SubmissionError, match="more than 100 files"):
        open_zip(bytes(size) + end, "a.zip", Limits(members=100))


def test_what_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case.ipynb").write_bytes(b"{}")

    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", closed)
    with pytest.raises(SubmissionError, match=r"case.ipynb cannot be read \(Permission denied\)"):
        list(read_folder(tmp_path))


def test_a_folder_that_has_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="ada cannot be read"):
        list(read_folder(tmp_path / "ada"))
