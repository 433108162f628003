"""An audit of a claim: figures with sources, what the claim would need, and reasons for each weak audit."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u09 import audit_plan as plan
from kamlab.widgets.u09.audit import audit
from kamlab.widgets.u09.audit_plan import MEASURES, VERDICTS, Measure
from kamlab.widgets.u09.figures import COUNTED

KEYS = tuple(one.key for one in MEASURES)
SOLVED: dict[str, Any] = {"bound": 55, "used": ("purchases", "formal"), "verdict": plan.AGAINST}
BOOK = Path(__file__).parents[2] / "book"


def decision(**moved: object) -> Answers:
    start: dict[str, Any] = {"bound": 35, "used": ("exports", "inside"), "verdict": plan.TRUE}
    now = start | moved
    return Answers({"bound": float(now["bound"]), "used": list(now["used"]), "verdict": [now["verdict"]]})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(audit.check(decision(**moved), t)) if not one.met]


def measure(key: str) -> Measure:
    return next(one for one in MEASURES if one.key == key)


def subsets() -> list[tuple[str, ...]]:
    return [
        tuple(key for key, ticked in zip(KEYS, taken, strict=True) if ticked)
        for taken in product((False, True), repeat=len(KEYS))
    ]


def test_every_figure_has_its_source_in_the_bibliography() -> None:
    works = (BOOK / "references.bib").read_text("utf-8")
    assert all(f"{{{one.source}," in works for one in MEASURES)


def test_the_figures_are_those_of_the_chapter_s_picture() -> None:
    drawn = {one.source: one.public for one in COUNTED}
    shared = [one for one in MEASURES if one.source in drawn]
    assert len(shared) >= 5
    assert all(one.published == pytest.approx(drawn[one.source]) for one in shared)


def test_american_payrolls_are_counted_from_people() -> None:
    assert measure("payrolls").read == pytest.approx(120_993 / 143_093)


def test_for_the_claim_two_thirds_would_have_to_be_public() -> None:
    for one in plan.comparable():
        assert one.times * one.published == pytest.approx(2 / 3)
    told = {one.key: round(one.times, 1) for one in plan.comparable()}
    assert (told["purchases"], told["jobs"], told["formal"]) == (5.6, 6.1, 1.8)


def test_even_what_counts_pensions_twice_leaves_more_than_a_third() -> None:
    assert min(one.read for one in plan.comparable()) == pytest.approx(0.435)
    assert all(one.read > plan.CLAIM for one in plan.comparable())


def test_what_is_a_third_is_of_something_else() -> None:
    third = [one for one in MEASURES if one.read == pytest.approx(plan.CLAIM)]
    assert [one.key for one in third] == ["exports", "inside"]
    assert not any(one.sector or one.fair for one in third)


def test_the_kindest_fair_figure_still_leaves_most_to_private_firms() -> None:
    assert plan.kindest(MEASURES) == measure("formal")
    fair = [one.read for one in MEASURES if one.fair]
    assert [min(fair), max(fair)] == pytest.approx([0.63, 0.89])  # as the chapter says


def test_the_money_follows_the_bound() -> None:
    now = plan.audit(0.6, ("formal",), plan.AGAINST)
    assert now.public_money == pytest.approx(96_000)
    assert plan.audit(plan.CLAIM, (), plan.TRUE).public_money == pytest.approx(160_000)


def test_figures_of_the_right_size_make_a_poor_audit(t: Translator) -> None:
    assert missed(t) == [0, 1, 2, 3, 4]
    reasons = audit.check(decision(), t)
    assert "says nothing of public and private" in reasons[0].why
    assert "You have neither" in reasons[1].why
    assert "they reach from 63\u00a0% to 89\u00a0%" in reasons[4].why


def test_two_kinds_of_counting_a_margin_and_a_modest_verdict_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []
    assert missed(t, **(SOLVED | {"bound": 50})) == []


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"used": ()}, 0, "An opinion without a figure"),
        ({"used": ("purchases", "formal", "oecd")}, 0, "leaves 59\u00a0% to the private sector"),
        ({"used": ("purchases", "formal", "inside")}, 0, "right size is not therefore the right figure"),
        ({"used": ("formal", "production")}, 1, "one of jobs, and none of money"),
        ({"used": ("purchases", "payrolls")}, 1, "one of money, and none of jobs"),
        ({"used": ("production", "payrolls")}, 1, "need not hold for the world"),
        ({"used": ("purchases", "jobs")}, 2, "leaves 88\u00a0% to the private sector"),
        ({"used": ("spending",)}, 2, "no figure that fits"),
        ({"bound": 60}, 3, "You say 60\u00a0%; the lowest of your fair figures is 63\u00a0%"),
        ({"bound": 45}, 3, "decides nothing: Meridian could still put 55\u00a0%"),
        ({"used": ("spending",)}, 3, "the bound follows from them"),
        ({"verdict": plan.TRUE}, 4, "No fair figure comes near a third"),
        ({"verdict": plan.VAGUE}, 4, "whatever the word means, it is not a third"),
        ({"verdict": plan.MEANT}, 4, "nobody knows what the author meant"),
    ],
)
def test_each_weakness_is_explained(moved: dict[str, object], place: int, words: str, t: Translator) -> None:
    reason = audit.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in f"{reason.why} {reason.advice}"


def test_few_choices_of_figures_are_sound_and_to_tick_all_or_none_is_not(t: Translator) -> None:
    found = [used for used in subsets() if missed(t, **(SOLVED | {"used": used})) == []]
    assert 0.005 < len(found) / 2 ** len(KEYS) < 0.03
    assert all({"purchases", "formal"} <= set(used) for used in found)
    assert KEYS not in found


def test_one_verdict_and_two_bounds_stand(t: Translator) -> None:
    bounds = [bound for bound in range(5, 100, 5) if missed(t, **(SOLVED | {"bound": bound})) == []]
    assert bounds == [50, 55]
    assert [one for one in VERDICTS if missed(t, **(SOLVED | {"verdict": one})) == []] == [plan.AGAINST]


def test_every_choice_can_be_shown_and_checked(t: Translator) -> None:
    for used, bound, verdict in product(((), KEYS, ("inside",), ("formal",)), (5, 95), VERDICTS):
        answers = decision(used=used, bound=bound, verdict=verdict)
        assert audit.view(answers, t)["summary"]
        assert len(audit.check(answers, t)) == 5


def test_the_table_names_each_source() -> None:
    view = audit().view
    assert view["table"].count('scope="row"') == len(MEASURES)
    assert "Bosio and Djankov 2020" in view["table"]
