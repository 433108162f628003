"""The controls of a case in JupyterLab: questions, words while typing, what is saved and when.

Every change that makes a valid answer is on disk before the line 'Saved 14:03' appears. An input that is no
valid answer is never saved and the answer saved before it stays; the line under the question says both.
"""

from html import escape

import ipywidgets as widgets

from kamlab import data
from kamlab.answers.fields import TypedText, field_of
from kamlab.answers.handed_in import value_words
from kamlab.answers.html import paragraph, saved_line, status
from kamlab.answers.keys import framed
from kamlab.answers.questions import Question
from kamlab.answers.session import Case, Render
from kamlab.answers.validate import Answer, Problem, is_blank, say, validate
from kamlab.errors import AnswerError, DataError
from kamlab.i18n import Translator

__all__ = ["identity", "questions", "show"]

_WIDE = widgets.Layout(width="min(100%, 44em)")
_STYLE = {"description_width": "initial"}


class QuestionBlock:
    """One question on the form: prompt, help, control and the line that answers the typing.

    Args:
        case: the open case.
        question: what is asked.
    """

    def __init__(self, case: Case, question: Question) -> None:
        self.case, self.question, self.t = case, question, case.t
        number = case.questions.ids.index(question.id) + 1
        self.line = widgets.HTML()
        self.field = field_of(question, number, case.t, self.typed)
        self.box = widgets.VBox([widgets.HTML(self._head(number)), self.field.box, self.line])
        self.refresh()

    def _head(self, number: int) -> str:
        lang, points = self.t.lang, f"{self.question.points:g}"
        head = self.t(
            "{number}. {prompt} ({points} points)",
            number=number,
            prompt=self.question.prompt.in_language(lang),
            points=points,
        )
        return paragraph(head, strong=True) + paragraph(self.question.help.in_language(lang))

    def refresh(self) -> None:
        """Show what the answers file holds."""
        raw = self.case.file.answers.get(self.question.id)
        self.field.show("" if is_blank(raw) else raw)
        self.line.value = self._words(raw)

    def typed(self, raw: object) -> None:
        """Validate what was typed; save an answer, take a blank one back, leave anything else unsaved."""
        found = validate(self.question, raw)
        if isinstance(found, Problem) and not is_blank(raw):
            self.line.value = status("problem", self._not_saved(found))
            return
        try:
            self.case.store.save(self.question.id, found.value if isinstance(found, Answer) else None)
        except AnswerError as error:
            self.line.value = status("problem", error.render(self.t))
            return
        self.line.value = self._words(raw)
        self.case.changed()

    def _not_saved(self, problem: Problem) -> str:
        kept = self.case.answer(self.question.id)
        if not isinstance(kept, Answer):
            return self.t("Not saved: {problem}", problem=say(problem, self.t))
        return self.t(
            "Not saved: {problem} The answer saved before stays: {kept}.",
            problem=say(problem, self.t),
            kept=value_words(self.question, kept.value, self.t),
        )

    def _words(self, raw: object) -> str:
        found = validate(self.question, raw)
        if isinstance(found, Problem):
            return status("problem" if not is_blank(raw) else "", say(found, self.t))
        words = self.t("Answer: {value}", value=value_words(self.question, found.value, self.t))
        saved_at = saved_line(self.t, self.case.file.saved_at)
        lines = [status("good", f"{saved_at} · {words}")]
        if found.hint:
            lines.append(status("hint", say(found.hint, self.t)))
        version = self.case.file.older.get(self.question.id)
        if version:
            lines.append(status("flag", self._older(version)))
        return "".join(lines)

    def _older(self, version: int) -> str:
        return self.t(
            "This answer was saved for version {version} of the case. "
            "Read the question again, then change the answer or type it again.",
            version=version,
        )


def questions(case: Case, *ids: str) -> widgets.Widget:
    """A form of the questions called ``ids`` (all, when none is named) with the progress over the whole case.

    Raises:
        AnswerError: when the case has no such question.
    """
    blocks = [QuestionBlock(case, case.questions[one]) for one in ids or case.questions.ids]
    progress = widgets.HTML(_progress(case))
    shown = {"code": case.file.code}

    def follow() -> None:
        progress.value = _progress(case)
        if case.file.code != shown["code"]:
            shown["code"] = case.file.code
            for block in blocks:
                block.refresh()

    case.on_change(follow)
    return framed(*(block.box for block in blocks), progress)


def _progress(case: Case) -> str:
    done = sum(isinstance(case.answer(one), Answer) for one in case.questions.ids)
    words = case.t("Answered {done} of {total}.", done=done, total=len(case.questions.ids))
    saved = saved_line(case.t, case.file.saved_at)
    line = status("", f"{words} {saved}")
    if case.store.set_aside:
        line += status("flag", _damaged(case.t, case.store.set_aside.name))
    return line


def _damaged(t: Translator, name: str) -> str:
    return t(
        "The answers file was damaged and could not be read. "
        "It is kept as {name}; new answers go to a new file.",
        name=name,
    )


def identity(case: Case) -> widgets.Widget:
    """The two fields that come first: who answers, and the case code that gives her ledger."""
    t = case.t
    trainee = TypedText(value=case.file.trainee, description=t("Your trainee id"), layout=_WIDE, style=_STYLE)
    code = TypedText(value=case.file.code, description=t("Your case code"), layout=_WIDE, style=_STYLE)
    line = widgets.HTML(_identity_words(case, code.value))

    def typed(_change: object) -> None:
        line.value = _identify(case, trainee.value.strip(), code.value.strip())

    trainee.observe(typed, "value")
    code.observe(typed, "value")
    return framed(trainee, code, line)


def _identify(case: Case, trainee: str, code: str) -> str:
    """Keep the identity where the code is right, and say what came of it."""
    try:
        kept = data.normalise_code(code) if code else ""
        if kept:
            data.seed_of(kept)
        moved = case.store.identify(trainee, kept)
    except (DataError, AnswerError) as error:
        return status("problem", error.render(case.t))
    case.changed()
    lines = _identity_words(case, kept)
    if moved:
        words = case.t(
            "The code changed, and with it the figures: earlier answers are kept in {name}.", name=moved.name
        )
        lines += status("flag", words)
    return lines


def _identity_words(case: Case, code: str) -> str:
    t = case.t
    if not code:
        return status(
            "flag",
            t(
                "No case code yet: the tables show the demonstration ledger, and its figures are not yours. "
                "Type the code that your trainer gave you."
            ),
        )
    return status("good", t("Case code {code} is right: the tables below are yours.", code=code))


def show(case: Case, render: Render) -> widgets.Widget:
    """A table or figure of the trainee's ledger that follows the case code."""
    # the focus rests on the frame, which stays when a new case code changes what is inside
    view = widgets.HTML(tabbable=True, layout=widgets.Layout(width="100%", overflow="auto"))

    def update() -> None:
        note = "" if case.code else f"<p><em>{escape(case.t('Demonstration ledger'))}</em></p>"
        view.value = note + render(case.ledger, case.t)

    state = {"code": case.code}

    def follow() -> None:
        if case.code != state["code"]:
            state["code"] = case.code
            update()

    update()
    case.on_change(follow)
    return view
