"""An exercise declared as a decision: a small one, with everything that a unit's exercise has."""

import pytest

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.picture import Words, bars
from kamlab.widgets.shell import Exercise, static_html
from kamlab.widgets.verdict import Reason

PARTS = {"summary", "say", "chart", "sides", "table", "equation"}


def task(t: Translator) -> Task:
    return Task(t("A price of 10."), t("Leave both sides something."), t("The buyer saves 4."))


def controls(t: Translator) -> tuple[Slider, Group]:
    cut = Slider(id="cut", label=t("Cut"), low=0, high=10, step=1, start=0)
    options = (Option("a", t("A")), Option("b", t("B")))
    return cut, Group(legend=t("More"), controls=(Choice(id="way", label=t("Way"), options=options),))


def read(answers: Answers) -> float:
    return answers.number("cut")


def show(cut: float, t: Translator) -> Shown:
    words = Words("bar", t("Who gains"), t("Two bars."))
    frame = Frame(Axis(t("Side"), 0, 2), Axis("EUR", 0, 10))
    return Shown(
        summary=t("Cut: {cut}.", cut=f"{cut:g}"),
        pictures=(
            bars(words, frame, [(t("Seller"), 10 - cut, f"{10 - cut:g}"), (t("Buyer"), cut, f"{cut:g}")]),
        ),
        warning=t("All is given away.") if cut == 10 else "",
        sides={t("Seller"): {t("Keeps"): f"{10 - cut:g} EUR"}},
        before={t("Seller"): {t("Keeps"): "10 EUR"}},
    )


def buyer(cut: float, t: Translator) -> Reason:
    return Reason(cut > 0, t("The buyer gains"), t("She gains {cut}.", cut=f"{cut:g}"), t("Give something."))


def each(cut: float, t: Translator) -> list[Reason]:
    return [
        Reason(cut < most, t("Less than {most}", most=most), t("It is {cut}.", cut=f"{cut:g}"))
        for most in (9, 8)
    ]


SMALL = Decision(
    exercise_id="u09-small-thing",
    version=3,
    concepts=("C01",),
    title=N_("A small thing"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=(buyer, each),
)


def view(cut: float, t: Translator) -> dict[str, str]:
    return SMALL.view(Answers({"cut": float(cut), "way": []}), t)


def test_its_id_says_its_unit_and_the_name_that_a_chapter_uses() -> None:
    assert (SMALL.unit, SMALL.name) == ("u09", "small_thing")
    (entry,) = SMALL.entries()
    assert (entry.exercise_id, entry.kind, entry.concepts) == ("u09-small-thing", "exercise", ("C01",))


def test_a_control_that_stands_alone_is_a_group_of_one(t: Translator) -> None:
    face = SMALL.face(t)
    assert [(group.legend, len(group.controls)) for group in face.groups] == [("", 1), ("More", 1)]
    assert (face.title, face.check) == ("A small thing", "Check my decision")


def test_the_task_tells_situation_goal_and_assumption_apart(t: Translator) -> None:
    assert SMALL.face(t).task == (
        '<p>A price of 10.</p><p class="kl-goal">Leave both sides something.</p>'
        '<p class="kl-help">The buyer saves 4.</p>'
    )


def test_the_view_has_all_parts_and_the_charts_carry_the_exercises_id(t: Translator) -> None:
    assert set(view(2, t)) == PARTS
    assert 'id="kl-u09-small-thing-bar-t"' in view(2, t)["chart"]
    assert view(2, t)["summary"] == "<p>Cut: 2.</p>"


def test_where_there_is_no_table_the_pictures_give_theirs(t: Translator) -> None:
    assert '<th scope="row">Buyer</th><td class="kl-number">2</td>' in view(2, t)["table"]


def test_a_warning_stands_below_the_pictures_only_where_it_is_due(t: Translator) -> None:
    assert view(10, t)["chart"].endswith('<p class="kl-note">All is given away.</p>')
    assert "kl-note" not in view(2, t)["chart"]


def test_both_sides_are_compared_with_before(t: Translator) -> None:
    assert "10 EUR → 8 EUR" in view(2, t)["sides"]


@pytest.mark.parametrize(
    ("cut", "met"), [(0, [False, True, True]), (2, [True] * 3), (8, [True, True, False])]
)
def test_a_rule_may_give_one_reason_or_several(cut: float, met: list[bool], t: Translator) -> None:
    given = Answers({"cut": float(cut), "way": []})
    assert [reason.met for reason in SMALL.check(given, t)] == met
    assert SMALL.judge(given, given, t).solved is all(met)


def test_called_it_is_shown() -> None:
    exercise = SMALL()
    assert isinstance(exercise, Exercise)
    assert "A small thing" in static_html(exercise)
    assert list(exercise.ahead()) == ["cut"]
