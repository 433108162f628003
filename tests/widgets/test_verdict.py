"""What a check says."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.verdict import Reason, by

NOW = Answers({"x": 1.0})


def judged(reasons: tuple[Reason, ...], checked: Answers | None, t: Translator) -> tuple[str, bool, str]:
    feedback = by(lambda _answers, _t: reasons)(NOW, checked, t)
    return feedback.parts["feedback"], feedback.solved, feedback.say


def test_before_a_check_nothing_is_said(t: Translator) -> None:
    assert judged((Reason(met=True, claim="c", why="w"),), None, t) == ("", False, "")


def test_a_decision_that_changed_since_is_not_judged(t: Translator) -> None:
    html, solved, _ = judged((Reason(met=True, claim="c", why="w"),), Answers({"x": 2.0}), t)
    assert "has changed since" in html
    assert not solved


def test_all_conditions_met_solve_the_task(t: Translator) -> None:
    html, solved, say = judged((Reason(met=True, claim="A", why="w", advice="hidden"),), NOW, t)
    assert solved
    assert say == "Goal reached: all 1 conditions are met."
    assert "hidden" not in html


def test_a_missed_condition_says_why_and_what_to_try(
    t: Translator, parse: Callable[[str], ET.Element]
) -> None:
    reasons = (Reason(met=True, claim="A", why="a"), Reason(met=False, claim="<B>", why="b", advice="more"))
    html, solved, say = judged(reasons, NOW, t)
    text = "".join(parse(html).itertext())
    assert not solved
    assert say == "Not yet: 1 of 2 conditions are not met."
    assert "✗ missed <B>b" in text
    assert "Try: more" in text
