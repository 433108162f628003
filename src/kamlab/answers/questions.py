"""The questions of a case, declared once in ``questions.toml`` beside it (``questions_file`` reads it).

A question says what is asked, in both languages, and what form an answer takes; it never says what is right.
The file is part of the release, so that the form, the trainee's own checks and the grader read the same
words.
"""

from dataclasses import dataclass

from kamlab.errors import AnswerError

KINDS = ("choice", "choices", "number", "ranking", "accounts", "text")


@dataclass(frozen=True)
class Text:
    """A text in each of the course's languages."""

    en: str
    zh: str

    def in_language(self, lang: str) -> str:
        """The text in ``lang`` (``"en"`` or ``"zh"``)."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Option:
    """One thing to choose or to rank: its id (what is saved) and its label (what is read)."""

    id: str
    label: Text


@dataclass(frozen=True)
class Question:
    """One question of a form.

    Attributes:
        id: unique in the unit; the grade id of its test cell too.
        kind: one of ``KINDS``.
        prompt: what is asked.
        help: how to answer, one or two sentences.
        points: points in the gradebook.
        unit: unit of a number: ``"%"``, ``"EUR"``, ``"accounts"``, ``"×"`` …; empty for a bare number.
        minimum: least number, or least count of choices, accounts or characters.
        maximum: greatest of the same.
        options: what can be chosen; for kinds ``accounts`` and ``ranking`` every account of the ledger unless
            the file says fewer.
        concepts: the concepts of the course that it examines, such as ``"C49"``.
    """

    id: str
    kind: str
    prompt: Text
    help: Text
    points: float
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    options: tuple[Option, ...] = ()
    concepts: tuple[str, ...] = ()

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The ids of the options, in the order shown."""
        return tuple(option.id for option in self.options)

    def label(self, option_id: str, lang: str) -> str:
        """The words of one option in ``lang``; the id itself where it is none of ours."""
        words = (option.label.in_language(lang) for option in self.options if option.id == option_id)
        return next(words, option_id)


@dataclass(frozen=True)
class QuestionSet:
    """The questions of one unit's case.

    Attributes:
        unit: such as ``"u01"``.
        version: version of the case; raised when a question changes its meaning.
        title: the case's title.
        questions: in the order asked.
    """

    unit: str
    version: int
    title: Text
    questions: tuple[Question, ...]

    def __getitem__(self, question_id: str) -> Question:
        """The question called ``question_id``.

        Raises:
            AnswerError: when the case has no such question.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise AnswerError("Case {unit} has no question '{id}'.", unit=self.unit, id=question_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all questions, in the order asked."""
        return tuple(question.id for question in self.questions)
