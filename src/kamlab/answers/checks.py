"""What a trainee can check herself: is an answer there, in the right form and unit? Not: is it right?

A check says its piece in words and raises nothing, so that 'Run all cells' always reaches the end.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamlab.answers.handed_in import value_words
from kamlab.answers.html import saved_line, status
from kamlab.answers.marks import finite
from kamlab.answers.session import Case
from kamlab.answers.validate import Answer, Problem, say
from kamlab.i18n import Translator

if TYPE_CHECKING:
    from kamlab.answers.questions import Question

__all__ = ["Check", "answered", "figures", "figures_of"]

MAX_NAMED = 5  # missing keys that a message names


@dataclass(frozen=True)
class Check:
    """The result of a check: ``ready`` and a sentence."""

    ready: bool
    words: str

    def __repr__(self) -> str:
        """The sentence, with a word that says how it stands."""
        return self.words

    def _repr_html_(self) -> str:
        return status("good" if self.ready else "problem", self.words)


def answered(case: Case, question_id: str) -> Check:
    """Whether the form holds an answer to ``question_id``, in the right form.

    Raises:
        AnswerError: when the case has no such question.
    """
    question = case.questions[question_id]
    number = case.questions.ids.index(question_id) + 1
    found = case.answer(question_id)
    ready = isinstance(found, Answer) and not case.file.older.get(question_id)
    return Check(
        ready, case.t("Question {number}: {words}", number=number, words=_words(case, question, found))
    )


def _words(case: Case, question: "Question", found: Answer | Problem | None) -> str:
    t = case.t
    if found is None:
        return t("not answered yet.")
    if isinstance(found, Problem):
        return t("this cannot be read as an answer. {problem}", problem=say(found, t))
    words = t("{value}. The form and the unit are right.", value=value_words(question, found.value, t))
    hint = f" {say(found.hint, t)}" if found.hint else ""
    older = (
        f" {t('It was saved for an earlier version of the case.')}"
        if case.file.older.get(question.id)
        else ""
    )
    return f"{words}{hint}{older} {saved_line(t, case.file.saved_at)}."


def figures_of(value: object, column: str) -> dict[str, object] | None:
    """Key → figure of a Series, of a column of a DataFrame or of a mapping; None for anything else."""
    import pandas as pd  # noqa: PLC0415 - half a second, for analysts only

    if isinstance(value, pd.DataFrame):
        value = value[column] if column in value.columns and value.columns.is_unique else None
    if isinstance(value, pd.Series):
        value = value.to_dict() if value.index.is_unique else None
    if not isinstance(value, Mapping):
        return None
    return {str(key): _plain(figure) for key, figure in value.items()}


def _plain(figure: object) -> object:
    """Numpy's numbers as Python's, so that a mark can be written as JSON."""
    item = getattr(figure, "item", None)
    return item() if type(figure).__module__ == "numpy" and callable(item) else figure


def figures(t: Translator, value: object, column: str, keys: Collection[str]) -> Check:
    """Whether ``value`` holds one figure for each of ``keys``.

    Args:
        t: the language.
        value: what a solution cell made.
        column: the column to read when it is a DataFrame.
        keys: the index that it must have.
    """
    found = figures_of(value, column)
    if found is None:
        return Check(
            ready=False,
            words=t("Not there yet: give a Series, or a DataFrame with a column '{column}'.", column=column),
        )
    missing = [key for key in keys if finite(found.get(key)) is None]
    if missing:
        return Check(
            ready=False,
            words=t(
                "{count} figures are missing or are no numbers: {keys} … Use them as the index.",
                count=len(missing),
                keys=", ".join(missing[:MAX_NAMED]),
            ),
        )
    extra = len(found) - len(keys)
    if extra:
        return Check(ready=False, words=t("There are {count} rows too many in the index.", count=extra))
    return Check(
        ready=True, words=t("There is a number for each of the {count} rows asked for.", count=len(keys))
    )
