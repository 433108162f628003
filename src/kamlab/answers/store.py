"""The answers file: one JSON file beside the notebook, written whole or not at all.

::

    {"schema": 1, "unit": "u01", "case_version": 1, "trainee": "li.na", "code": "7QK4-M2XD-9RTA", "lang":
    "zh",
     "saved_at": "2027-03-01T14:03:00+08:00", "answers": {"top-fifth-share": 131.2},
     "older": {"loss-makers": 1}}

``older`` names the answers that were saved for an earlier version of the case: they are kept, they count, and
the form flags them until they are saved again. Nothing that a trainee typed is ever overwritten by something
else: a damaged file is set aside under a name of its own, and so are the answers to another case code's
ledger.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from kamlab.depth import deeper
from kamlab.errors import AnswerError

SCHEMA = 1
FILE_NAME = "answers.json"
MAX_BYTES = 256 * 1024
MAX_DEPTH = 6


@dataclass(frozen=True)
class AnswersFile:
    """What an answers file holds.

    Attributes:
        unit: such as ``"u01"``.
        case_version: version of the case that the file was last saved for.
        trainee: the trainee's id as she typed it; empty while unknown.
        code: her case code; empty for the demonstration ledger.
        lang: ``"en"`` or ``"zh"``.
        saved_at: ISO 8601 with offset; empty before the first save.
        answers: question id → saved answer (any JSON: ``validate`` judges it).
        older: question id → version of the case that its answer was saved for, where that is an older one.
    """

    unit: str
    case_version: int
    trainee: str = ""
    code: str = ""
    lang: str = "en"
    saved_at: str = ""
    answers: Mapping[str, object] = field(default_factory=dict)
    older: Mapping[str, int] = field(default_factory=dict)


def read(path: Path) -> AnswersFile:
    """Read an answers file, trusting nothing in it.

    Raises:
        AnswerError: it is missing, unreadable, too large, nested too deeply, or not an answers file.
    """
    return parse(_bytes(path), path)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise AnswerError(
            "The answers file {path} cannot be read: {why}.", path=path, why=error.strerror
        ) from error


def parse(content: bytes, path: Path) -> AnswersFile:
    """The answers file whose content was read already, trusting nothing in it.

    Args:
        content: at most one byte more than is accepted, if whoever read it stopped there.
        path: what messages call it.

    Raises:
        AnswerError: it is too large, nested too deeply, or not an answers file.
    """
    if len(content) > MAX_BYTES:
        raise AnswerError(
            "The answers file {path} is larger than {limit} bytes: it is not one that the form saved.",
            path=path,
            limit=MAX_BYTES,
        )
    return _checked(_value(content, path), path)


def _value(content: bytes, path: Path) -> object:
    try:
        value: object = json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise AnswerError(
            "The answers file {path} is damaged: it is not JSON as the form saves it. Save the form again.",
            path=path,
        ) from error
    if deeper(value, MAX_DEPTH):
        raise AnswerError("The answers file {path} is nested too deeply: save the form again.", path=path)
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _checked(value: object, path: Path) -> AnswersFile:
    if not isinstance(value, dict) or not _is_ours(value):
        raise AnswerError(
            "The file {path} is not an answers file: hand in the answers.json that the form saved.", path=path
        )
    if value["schema"] != SCHEMA:
        raise AnswerError(
            "The answers file {path} has format {found}, but kamlab reads format {known}: update it.",
            path=path,
            found=value["schema"],
            known=SCHEMA,
        )
    known = {key: value[key] for key in AnswersFile.__dataclass_fields__ if key in value}
    return AnswersFile(**known)


def _is_ours(value: Mapping[str, object]) -> bool:
    texts = all(isinstance(value.get(key, ""), str) for key in ("trainee", "code", "lang", "saved_at"))
    whole = all(_is_whole(value.get(key)) for key in ("schema", "case_version"))
    older = value.get("older", {})
    return (
        texts
        and whole
        and isinstance(value.get("unit"), str)
        and isinstance(value.get("answers"), dict)
        and isinstance(older, dict)
        and all(_is_whole(version) for version in older.values())
    )


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


class AnswerStore:
    """The answers of one trainee to one case, on disk after every change.

    Args:
        path: the answers file; made at the first save.
        unit: the unit of the case.
        case_version: the version of the case as it is now.
        lang: the language the case is read in.

    Raises:
        AnswerError: the file belongs to another unit, or cannot be read or set aside.
    """

    def __init__(self, path: Path, unit: str, case_version: int, lang: str = "en") -> None:
        self.path = path
        self.set_aside: Path | None = None
        self.file = self._opened(AnswersFile(unit, case_version, lang=lang))

    def _opened(self, fresh: AnswersFile) -> AnswersFile:
        if not self.path.exists():
            return fresh
        try:
            found = read(self.path)
        except AnswerError:
            self.set_aside = set_aside(self.path, "damaged")
            return fresh
        if found.unit != fresh.unit:
            raise AnswerError(
                "The answers file {path} belongs to case {found}, not {unit}: move it to that case's folder.",
                path=self.path,
                found=found.unit,
                unit=fresh.unit,
            )
        return replace(_flag_older(found, fresh.case_version), lang=fresh.lang)

    def save(self, question_id: str, value: object) -> None:
        """Keep ``value`` as the answer to ``question_id``; None takes the answer back."""
        answers = {key: kept for key, kept in self.file.answers.items() if key != question_id}
        if value is not None:
            answers[question_id] = value
        older = {key: version for key, version in self.file.older.items() if key != question_id}
        self._write(replace(self.file, answers=answers, older=older))

    def identify(self, trainee: str, code: str) -> Path | None:
        """Keep who answers; answers to another code's ledger are set aside, at the path returned."""
        moved = None
        if self.file.answers and code != self.file.code:
            moved = set_aside(self.path, self.file.code or "demo")
            self.file = replace(self.file, answers={}, older={})
        self._write(replace(self.file, trainee=trainee, code=code))
        return moved

    def _write(self, file: AnswersFile) -> None:
        stamped = replace(file, saved_at=datetime.now(UTC).astimezone().isoformat(timespec="seconds"))
        write(self.path, stamped)
        self.file = stamped


def _flag_older(found: AnswersFile, version: int) -> AnswersFile:
    if found.case_version >= version:
        return found
    flags = {question: found.older.get(question, found.case_version) for question in found.answers}
    return replace(found, case_version=version, older=flags)


def set_aside(path: Path, why: str) -> Path:
    """Rename ``answers.json`` to ``answers.<why>-<n>.json``, the first name that is free.

    Raises:
        AnswerError: the file cannot be renamed.
    """
    names = (path.with_name(f"{path.stem}.{why}-{n}{path.suffix}") for n in range(1, 1000))
    free = next(name for name in names if not name.exists())
    try:
        path.rename(free)
    except OSError as error:
        raise AnswerError(
            "The file {path} cannot be set aside: {why}.", path=path, why=error.strerror
        ) from error
    return free


def write(path: Path, file: AnswersFile) -> None:
    """Write ``file`` whole or not at all: a temporary file in the same folder takes the old one's place.

    Raises:
        AnswerError: the folder cannot be written; what was there stays as it was.
    """
    try:
        _replace(path, as_json(file).encode("utf-8"))
    except OSError as error:
        raise AnswerError(
            "The answers cannot be saved to {path}: {why}. Free some space or choose another folder.",
            path=path,
            why=error.strerror or error,
        ) from error


def as_json(file: AnswersFile) -> str:
    """The text of an answers file."""
    values = {key: getattr(file, key) for key in AnswersFile.__dataclass_fields__}
    return json.dumps({"schema": SCHEMA, **values}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
