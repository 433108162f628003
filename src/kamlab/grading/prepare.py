"""From what was handed in to a job that can be run: rebuild the notebook, check whose answers these are."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kamlab.answers import AnswersFile, Problem, Question, QuestionSet, parse, validate
from kamlab.answers.session import CODE_VARIABLE
from kamlab.answers.validate import is_blank
from kamlab.data import case_code, normalise_code
from kamlab.errors import AnswerError, DataError, SubmissionError
from kamlab.grading.case import Case
from kamlab.grading.execute import Job
from kamlab.grading.rebuild import Rebuilt, rebuild
from kamlab.grading.remarks import Remark
from kamlab.grading.submission import Submission
from kamlab.i18n import LANGUAGES, N_

__all__ = ["Prepared", "blank_job", "language_of", "prepare"]

_ANSWERS = "answers.json"


@dataclass(frozen=True)
class Prepared:
    """A submission that can be graded.

    Args:
        job: what to run.
        rebuilt: the trainee's texts in our notebook.
        answers: her answers by question id.
        lang: the language she works in.
        remarks: what a trainer should know.
    """

    job: Job
    rebuilt: Rebuilt
    answers: Mapping[str, object] = field(default_factory=dict)
    lang: str = "en"
    remarks: tuple[Remark, ...] = ()


def prepare(submission: Submission, case: Case, secret: str) -> Prepared:
    """Rebuild ``submission`` for ``case``.

    Args:
        submission: as read.
        case: the case that it is a submission to.
        secret: the course secret, from which the trainee's case code follows.

    Raises:
        SubmissionError: the notebook or the answers file cannot be used; the message says why.
    """
    assert submission.notebook is not None  # noqa: S101 - a submission without one carries a fault
    rebuilt = rebuild(case.source, submission.notebook, case.stubs, case.given)
    code = case_code(secret, submission.person.id)
    answers = _answers(submission, case, code)
    beside = {**case.files, **({_ANSWERS: submission.answers} if submission.answers is not None else {})}
    job = Job(
        submission.person.id,
        rebuilt.notebook,
        beside,
        {CODE_VARIABLE: code},
        names=case.names,
        untouched=rebuilt.untouched,
        companions=case.files,
    )
    lang = answers.lang if answers else language_of(submission)
    return Prepared(
        job,
        rebuilt,
        answers.answers if answers else {},
        lang if lang in LANGUAGES else "en",
        (*rebuilt.remarks, *_blank(rebuilt, answers), *_answer_remarks(answers, case.questions)),
    )


def blank_job(case: Case) -> Job:
    """A job of ``case`` without anybody's work: like those to come in all that is ours."""
    return Job("", case.source, environment={CODE_VARIABLE: ""}, companions=case.files)


def _answers(submission: Submission, case: Case, code: str) -> AnswersFile | None:
    if submission.answers is None:
        return None
    try:
        found = parse(submission.answers, Path(_ANSWERS))
    except AnswerError as error:
        raise SubmissionError(error.template, **{**error.values, "path": _ANSWERS}) from error
    if found.unit != case.unit:
        raise SubmissionError(
            "The answers file belongs to case {found}, not {unit}: hand in the one of this case.",
            found=found.unit[:40],
            unit=case.unit,
        )
    _check_owner(found, submission.person.id, code)
    return found


def _check_owner(found: AnswersFile, trainee: str, code: str) -> None:
    """An answers file carries the code of the ledger that it answers; it must be this trainee's."""
    if found.code:
        if _normal(found.code) != normalise_code(code):
            raise SubmissionError(
                "The answers file was saved under the case code {found}, which is not {trainee}'s: "
                "hand in your own, saved under your own code.",
                found=found.code[:20],
                trainee=trainee,
            )
    elif found.trainee and _spelling(found.trainee) != _spelling(trainee):
        raise SubmissionError(
            "The answers file names the trainee '{found}', not '{trainee}': hand in your own.",
            found=found.trainee[:40],
            trainee=trainee,
        )


def _normal(code: str) -> str:
    try:
        return normalise_code(code)
    except DataError:
        return ""


def _spelling(trainee: str) -> str:
    return unicodedata.normalize("NFKC", trainee.strip()).casefold()


def _blank(rebuilt: Rebuilt, found: AnswersFile | None) -> tuple[Remark, ...]:
    """That nothing at all was answered: nought points alone do not tell why."""
    if rebuilt.texts.keys() - rebuilt.untouched or (found and not all(map(is_blank, found.answers.values()))):
        return ()
    words = N_("Nothing was answered: no question of the form, and no cell of the notebook that counts.")
    return (Remark(words),)


def _answer_remarks(found: AnswersFile | None, questions: QuestionSet) -> tuple[Remark, ...]:
    remarks = []
    if found and not found.code:
        remarks.append(
            Remark(N_("The answers were saved without a case code: they answer the demonstration figures."))
        )
    if found and (odd := sum(_is_odd(each, found.answers.get(each.id)) for each in questions.questions)):
        remarks.append(
            Remark(N_("Answers that no form saves, and that score nothing: {count}."), {"count": odd})
        )
    if found and found.older:
        remarks.append(
            Remark(
                N_("{count} answers were saved for an older version of the case."),
                {"count": len(found.older)},
            )
        )
    return tuple(remarks)


def _is_odd(question: Question, raw: object) -> bool:
    return not is_blank(raw) and isinstance(validate(question, raw), Problem)


def language_of(submission: Submission) -> str:
    """The language that the notebook's first cell names, as ``kamlab release`` writes it; else English."""
    return "zh" if rb"lang=\"zh\"" in (submission.notebook or b"") else "en"
