"""One trainee's case while its notebook is open: questions, answers file and the ledger of her case code.

The first cell of a case makes a ``Case``. In JupyterLab it reads and writes ``answers.json`` beside the
notebook. At grading, where ``KAMLAB_TRAINEE_CODE`` holds the code that belongs to who handed in, it only
reads, and answers saved under another code are refused.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from kamlab import data
from kamlab.answers.marks import Mark, unmarked
from kamlab.answers.questions_file import load_questions
from kamlab.answers.store import FILE_NAME, AnswersFile, AnswerStore, read
from kamlab.answers.validate import Answer, Problem, Value, is_blank, validate
from kamlab.errors import AnswerError, DataError
from kamlab.i18n import Translator, translator

QUESTIONS = "questions.toml"
CODE_VARIABLE = "KAMLAB_TRAINEE_CODE"
Render = Callable[[data.Ledger, Translator], str]


class Case:
    """A case that is being answered, or graded.

    Args:
        lang: the notebook's language.
        folder: where ``questions.toml`` and the answers file are.

    Raises:
        AnswerError: the questions cannot be read, or the answers file belongs to another case.
    """

    def __init__(self, lang: str = "en", folder: Path | None = None) -> None:
        self.folder = folder or Path.cwd()
        self.t = translator(lang)
        self.questions = load_questions(self.folder / QUESTIONS)
        self.grading_code = os.environ.get(CODE_VARIABLE, "")
        self.refusal = ""
        self._listeners: list[Callable[[], None]] = []
        self._graded = self._read_for_grading() if self.grading_code else None

    def _read_for_grading(self) -> AnswersFile:
        blank = AnswersFile(self.questions.unit, self.questions.version)
        path = self.folder / FILE_NAME
        if not path.exists():
            return blank
        try:
            found = read(path)
        except AnswerError:
            self.refusal = "damaged"
            return blank
        self.refusal = self._foreign(found)
        return found

    def _foreign(self, found: AnswersFile) -> str:
        """Why a readable file is not this trainee's answers to this case; empty when it is."""
        if found.unit != self.questions.unit:
            return "unit"
        return "trainee" if found.code and not _same_code(found.code, self.grading_code) else ""

    @cached_property
    def store(self) -> AnswerStore:
        """The answers file as the form writes it; not to be touched at grading."""
        return AnswerStore(self.folder / FILE_NAME, self.questions.unit, self.questions.version, self.t.lang)

    @property
    def file(self) -> AnswersFile:
        """The answers as they are now."""
        return self._graded or self.store.file

    @property
    def code(self) -> str:
        """The case code in force; empty for the demonstration ledger."""
        code = self.grading_code or self.file.code
        try:
            data.seed_of(code)
        except DataError:
            return ""
        return code

    @property
    def ledger(self) -> data.Ledger:
        """The ledger of the case code, or the demonstration ledger while there is no code."""
        return data.ledger(data.seed_of(self.code)) if self.code else data.ledger()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever an answer or the case code changes."""
        self._listeners.append(listener)

    def changed(self) -> None:
        """Tell everything on display that an answer or the case code changed."""
        for listener in self._listeners:
            listener()

    def answer(self, question_id: str) -> Answer | Problem | None:
        """The saved answer, why it is none, or None while there is nothing."""
        raw = self.file.answers.get(question_id)
        return None if is_blank(raw) else validate(self.questions[question_id], raw)

    def value(self, question_id: str) -> Value | None:
        """The saved answer where it is a valid one of this trainee, else None: for marks that build on it."""
        answer = None if self.refusal else self.answer(question_id)
        return answer.value if isinstance(answer, Answer) else None

    def start(self, question_id: str, expected: object) -> Mark:
        """The mark of one question before it is scored: blank, refused, or open with the answer given."""
        question = self.questions[question_id]
        start = unmarked(question_id, question.points, self.value(question_id), expected, question.unit)
        if self.refusal:
            return replace(start, outcome="refused", reason=self.refusal)
        if isinstance(self.answer(question_id), Problem):
            return replace(start, given=self.file.answers[question_id], outcome="refused", reason="form")
        return start


def _same_code(first: str, second: str) -> bool:
    try:
        return data.normalise_code(first) == data.normalise_code(second)
    except DataError:
        return False
