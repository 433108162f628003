"""Read ``questions.toml``: what is wrong in it is named with its place and the fix."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kamlab import data
from kamlab.answers.questions import KINDS, Option, Question, QuestionSet, Text
from kamlab.errors import AnswerError
from kamlab.i18n import LANGUAGES

__all__ = ["load_questions"]

_WITH_OPTIONS = ("choice", "choices", "ranking", "accounts")
_ID = re.compile(r"[a-z][a-z0-9-]{1,62}")
_CONCEPT = re.compile(r"C\d\d")


def load_questions(path: Path) -> QuestionSet:
    """Read ``questions.toml``.

    Raises:
        AnswerError: the file, a question or a translation is missing or wrong; names it and the fix.
    """
    try:
        return _question_set(path.read_text(encoding="utf-8"), path.name)
    except OSError as error:
        raise AnswerError(
            "The questions {path} cannot be read: {why}.", path=path, why=error.strerror
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnswerError("The questions {path} are not valid TOML: {why}.", path=path, why=error) from error


@lru_cache(maxsize=8)  # at grading the same text comes with every submission
def _question_set(text: str, file: str) -> QuestionSet:
    table = _Table(tomllib.loads(text), file, "the top of the file")
    questions = tuple(_question(entry, file, n) for n, entry in enumerate(table.tables("question"), 1))
    _refuse_repeated((question.id for question in questions), file)
    return QuestionSet(table.word("unit"), table.whole("version"), table.text("title"), questions)


def _refuse_repeated(ids: Iterable[str], file: str) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise AnswerError("{file}: two questions are called '{id}': rename one.", file=file, id=one)
        seen.add(one)


@dataclass(frozen=True)
class _Table:
    """A TOML table that says where it stands when something in it is wrong."""

    values: Mapping[str, object]
    file: str
    where: str

    def fail(self, key: str, fix: str) -> AnswerError:
        """The error for ``key``, to be raised."""
        return AnswerError(
            "{file}, {where}: '{key}' {fix}.", file=self.file, where=self.where, key=key, fix=fix
        )

    def word(self, key: str, default: str | None = None) -> str:
        """A text that is not translated."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.fail(key, "must be a text in quotes")
        return value

    def whole(self, key: str) -> int:
        """A whole number of at least 1."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self.fail(key, "must be a whole number of at least 1")
        return value

    def number(self, key: str) -> float | None:
        """A number, or None where the key is left out."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(key, "must be a number")
        return float(value)

    def text(self, key: str) -> Text:
        """A text in every language of the course."""
        value = self.values.get(key)
        if not isinstance(value, Mapping):
            raise self.fail(
                key, "needs a text in each language: write " + " and ".join(f"{key}.{k}" for k in LANGUAGES)
            )
        words = {lang: value.get(lang) for lang in LANGUAGES}
        for lang, said in words.items():
            if not isinstance(said, str) or not said.strip():
                raise self.fail(f"{key}.{lang}", "is missing: write the text in this language too")
        return Text(**{lang: str(said).strip() for lang, said in words.items()})

    def tables(self, key: str) -> list[Mapping[str, object]]:
        """The tables of ``[[key]]``, at least one."""
        value = self.values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(one, Mapping) for one in value):
            raise self.fail(key, f"must be given at least once, as [[{key}]]")
        return value

    def items(self, key: str) -> list[object]:
        """A list, empty where the key is left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.fail(key, "must be a list in square brackets")
        return value


def _question(entry: Mapping[str, object], file: str, position: int) -> Question:
    name = entry.get("id")
    table = _Table(
        entry, file, f"question '{name}'" if isinstance(name, str) else f"question number {position}"
    )
    kind = table.word("kind")
    if kind not in KINDS:
        raise table.fail("kind", "must be one of " + ", ".join(KINDS))
    question = Question(
        id=_matching(table, "id", _ID),
        kind=kind,
        prompt=table.text("prompt"),
        help=table.text("help"),
        points=_points(table),
        unit=table.word("unit", ""),
        minimum=table.number("min"),
        maximum=table.number("max"),
        options=_options(table, kind),
        concepts=_concepts(table),
    )
    _check_range(table, question)
    return question


def _matching(table: _Table, key: str, pattern: re.Pattern[str]) -> str:
    word = table.word(key)
    if not pattern.fullmatch(word):
        raise table.fail(key, "must be small letters, digits and hyphens, and start with a letter")
    return word


def _points(table: _Table) -> float:
    points = table.number("points")
    if points is None or points <= 0:
        raise table.fail("points", "must be a number above 0")
    return points


def _concepts(table: _Table) -> tuple[str, ...]:
    concepts = tuple(str(one) for one in table.items("concepts"))
    if not concepts or not all(_CONCEPT.fullmatch(one) for one in concepts):
        raise table.fail("concepts", 'must name at least one concept, such as ["C49"]')
    return concepts


def _check_range(table: _Table, question: Question) -> None:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        raise table.fail("min", "is greater than 'max': swap them")
    if question.kind == "number" and (low is None or high is None):
        raise table.fail("min", "and 'max' must be given for a number, in its unit")


def _options(table: _Table, kind: str) -> tuple[Option, ...]:
    if kind not in _WITH_OPTIONS:
        if table.items("options"):
            raise table.fail("options", f"do not belong to a question of kind {kind}: remove them")
        return ()
    given = table.items("options")
    options = tuple(_option(table, one) for one in given) if given else _default_options(table, kind)
    _refuse_repeated((option.id for option in options), f"{table.file}, {table.where}, options")
    if len(options) < 2:  # noqa: PLR2004 - a choice among one is none
        raise table.fail("options", "must be at least two")
    return options


def _option(table: _Table, entry: object) -> Option:
    """A table with id and label, or the bare id of an account, whose name is the same in both languages."""
    if isinstance(entry, str):
        return _account_option(table, entry)
    if not isinstance(entry, Mapping):
        raise table.fail("options", "must be tables {id, label.en, label.zh} or account ids")
    option = _Table(entry, table.file, f"{table.where}, option '{entry.get('id')}'")
    return Option(_matching(option, "id", _ID), option.text("label"))


def _account_option(table: _Table, account: str) -> Option:
    names = _account_names()
    if account not in names:
        raise table.fail("options", f"name the account '{account}', which the ledger does not hold")
    return _named(account, names)


def _default_options(table: _Table, kind: str) -> tuple[Option, ...]:
    if kind not in ("accounts", "ranking"):
        raise table.fail("options", "are missing")
    names = _account_names()
    return tuple(_named(account, names) for account in names)


def _named(account: str, names: Mapping[str, str]) -> Option:
    label = f"{names[account]} ({account})"
    return Option(account, Text(label, label))


def _account_names() -> dict[str, str]:
    """Account id → firm's name; the same in every variant of the ledger."""
    results = data.account_results(data.ledger())
    return {result.account_id: result.name for result in results}
