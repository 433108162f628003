import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamlab.answers.store import MAX_BYTES, AnswersFile, AnswerStore, read, write
from kamlab.errors import AnswerError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def test_an_answer_is_on_disk_as_soon_as_it_is_saved(path: Path) -> None:
    AnswerStore(path, "u01", 1, "zh").save("share", 12.5)
    found = read(path)
    assert (found.unit, found.case_version, found.lang, found.answers) == ("u01", 1, "zh", {"share": 12.5})
    assert found.saved_at


def test_a_store_opened_again_goes_on_where_it_was(path: Path) -> None:
    AnswerStore(path, "u01", 1).save("share", 12.5)
    again = AnswerStore(path, "u01", 1)
    again.save("accounts", ("A01", "A02"))
    assert read(path).answers == {"share": 12.5, "accounts": ["A01", "A02"]}


def test_an_answer_can_be_taken_back(path: Path) -> None:
    store = AnswerStore(path, "u01", 1)
    store.save("share", 12.5)
    store.save("share", None)
    assert read(path).answers == {}


def test_answers_to_an_older_case_version_are_kept_and_flagged_until_saved_again(path: Path) -> None:
    old = AnswerStore(path, "u01", 1)
    old.save("share", 12.5)
    old.save("count", 3.0)
    new = AnswerStore(path, "u01", 2)
    assert new.file.answers == {"share": 12.5, "count": 3.0}
    assert new.file.older == {"share": 1, "count": 1}
    new.save("share", 12.5)
    assert read(path).older == {"count": 1}
    assert AnswerStore(path, "u01", 3).file.older == {"share": 2, "count": 1}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"schema": 1}', b"NaN"])
def test_a_damaged_file_is_set_aside_and_named_never_overwritten(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    store = AnswerStore(path, "u01", 1)
    store.save("share", 1.0)
    assert store.set_aside == path.with_name("answers.damaged-1.json")
    assert store.set_aside.read_bytes() == content
    path.write_bytes(b"{")
    assert AnswerStore(path, "u01", 1).set_aside == path.with_name("answers.damaged-2.json")


def test_a_new_code_sets_the_answers_to_the_old_ledger_aside(path: Path) -> None:
    store = AnswerStore(path, "u01", 1)
    assert store.identify("li.na", "") is None
    store.save("share", 1.0)
    moved = store.identify("li.na", "7QK4-M2XD-9RTA")
    assert moved == path.with_name("answers.demo-1.json")
    assert read(moved).answers == {"share": 1.0}
    assert (read(path).answers, read(path).code) == ({}, "7QK4-M2XD-9RTA")


def test_the_same_code_again_keeps_the_answers(path: Path) -> None:
    store = AnswerStore(path, "u01", 1)
    store.identify("li.na", "7QK4-M2XD-9RTA")
    store.save("share", 1.0)
    assert store.identify("Li.Na", "7QK4-M2XD-9RTA") is None
    assert read(path).answers == {"share": 1.0}


def test_another_case_is_refused_and_left_alone(path: Path) -> None:
    AnswerStore(path, "u02", 1).save("share", 1.0)
    with pytest.raises(AnswerError, match="belongs to case u02, not u01"):
        AnswerStore(path, "u01", 1)
    assert read(path).answers == {"share": 1.0}


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_while_saving_leaves_the_old_file_whole(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = AnswerStore(path, "u01", 1)
    store.save("share", 1.0)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(step, fail)
        with pytest.raises(AnswerError, match=r"cannot be saved .* No space left"):
            store.save("share", 2.0)
    assert path.read_bytes() == before
    assert store.file.answers == {"share": 1.0}
    assert [file.name for file in path.parent.iterdir()] == ["answers.json"]


def test_a_file_too_large_is_refused(path: Path) -> None:
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(AnswerError, match="larger than"):
        read(path)


@pytest.mark.parametrize("depth", [8, 100_000])
def test_a_file_nested_too_deeply_is_refused(path: Path, depth: int) -> None:
    path.write_text('{"answers": ' + "[" * depth + "]" * depth + "}")
    with pytest.raises(AnswerError, match=r"nested too deeply|damaged"):
        read(path)


def test_a_format_of_the_future_is_refused_by_its_number(path: Path) -> None:
    path.write_text(json.dumps({"schema": 2, "unit": "u01", "case_version": 1, "answers": {}}))
    with pytest.raises(AnswerError, match="has format 2"):
        read(path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"unit": 1},
        {"answers": []},
        {"trainee": 5},
        {"older": {"a": "b"}},
        {"case_version": True},
        {"schema": None},
    ],
)
def test_a_field_of_the_wrong_type_is_refused(path: Path, wrong: dict[str, object]) -> None:
    path.write_text(json.dumps({"schema": 1, "unit": "u01", "case_version": 1, "answers": {}} | wrong))
    with pytest.raises(AnswerError, match="is not an answers file"):
        read(path)


def test_a_missing_file_is_named(path: Path) -> None:
    with pytest.raises(AnswerError, match=r"answers\.json cannot be read"):
        read(path)


@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("bytes") / "answers.json"
    file.write_bytes(content)
    with pytest.raises(AnswerError):
        read(file)


@given(
    answers=st.dictionaries(
        st.text(max_size=9), st.text(max_size=9) | st.floats(allow_nan=False, allow_infinity=False)
    )
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, answers: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("round") / "answers.json"
    written = AnswersFile("u01", 1, "李娜", "7QK4-M2XD-9RTA", "zh", "2027-03-01T14:03:00+08:00", answers)
    write(file, written)
    assert read(file) == written
