"""What a check says: each condition of a goal, whether it is met, why, and what to try next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.markup import element, escape, items


@dataclass(frozen=True)
class Reason:
    """One condition of the goal.

    Args:
        met: whether the decision meets it.
        claim: the condition in words, with its limit.
        why: what the decision gives instead, and what causes it.
        advice: what to try; not shown where the condition is met.
    """

    met: bool
    claim: str
    why: str
    advice: str = ""


@dataclass(frozen=True)
class Feedback:
    """The answer to 'Check my decision'.

    Args:
        parts: HTML for parts of the view, by name.
        solved: the goal is reached.
        say: the verdict as plain text, for a screen reader.
        retry: controls that a second try starts anew.
    """

    parts: Mapping[str, str] = field(default_factory=dict)
    solved: bool = False
    say: str = ""
    retry: tuple[str, ...] = ()


Check = Callable[[Answers, Translator], tuple[Reason, ...]]
Judge = Callable[[Answers, Answers | None, Translator], Feedback]


def by(check: Check) -> Judge:
    """A judge that shows the reasons of ``check`` as long as the decision stays as it was checked."""

    def judge(answers: Answers, checked: Answers | None, t: Translator) -> Feedback:
        if checked is None:
            return Feedback({"feedback": ""})
        if checked != answers:
            text = t("Your decision has changed since the last check.")
            return Feedback({"feedback": element("p", escape(text), class_="kl-note")})
        reasons = check(answers, t)
        solved = all(reason.met for reason in reasons)
        title = headline(reasons, t)
        return Feedback({"feedback": shown(title, reasons, t)}, solved=solved, say=title)

    return judge


def headline(reasons: Sequence[Reason], t: Translator) -> str:
    """The verdict in one sentence."""
    missed = sum(not reason.met for reason in reasons)
    if not missed:
        return t("Goal reached: all {count} conditions are met.", count=len(reasons))
    return t("Not yet: {missed} of {count} conditions are not met.", missed=missed, count=len(reasons))


def shown(title: str, reasons: Sequence[Reason], t: Translator) -> str:
    """The verdict and its reasons as HTML."""
    return element("h4", escape(title)) + items((_line(reason, t) for reason in reasons), class_="kl-reasons")


def _line(reason: Reason, t: Translator) -> str:
    advice = "" if reason.met else element("p", element("b", escape(t("Try:"))) + " " + escape(reason.advice))
    return (
        mark(met=reason.met, t=t)
        + element("b", escape(reason.claim))
        + element("p", escape(reason.why))
        + advice
    )


def mark(*, met: bool, t: Translator) -> str:
    """A sign and a word for met and missed: never the colour alone."""
    text = "✓ " + t("met") if met else "✗ " + t("missed")
    return element("span", escape(text), class_="kl-met" if met else "kl-missed") + " "
