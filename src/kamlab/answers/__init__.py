"""The answer form: questions declared once, checked while typing, kept in one file, marked purely."""

from kamlab.answers.marks import Mark
from kamlab.answers.questions import Question, QuestionSet
from kamlab.answers.questions_file import load_questions
from kamlab.answers.store import AnswersFile, AnswerStore, parse, read
from kamlab.answers.validate import Answer, Problem, validate

__all__ = [
    "Answer",
    "AnswerStore",
    "AnswersFile",
    "Mark",
    "Problem",
    "Question",
    "QuestionSet",
    "load_questions",
    "parse",
    "read",
    "validate",
]
