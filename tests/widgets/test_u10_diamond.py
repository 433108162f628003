"""From bow tie to diamond: betweenness, hours, who is missed, and reasons for each failing branch."""

from itertools import combinations

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u10 import diamond
from kamlab.widgets.u10 import diamond_plan as plan
from kamlab.widgets.u10.diamond_picture import NAMES, is_bow_tie
from kamlab.widgets.u10.diamond_plan import BOW_TIE, HANNE, INGRID, PEOPLE, PLANNING, STEFAN, Link

NEEDED = frozenset(work.pair for work in plan.WORK)
GOOD = NEEDED - {(INGRID, PLANNING)}


def decision(links: frozenset[Link], hours: float) -> Answers:
    groups = {"across": plan.CROSSING, "meridian": plan.AT_MERIDIAN, "nordlys": plan.AT_NORDLYS}
    chosen = {key: [plan.name_of(one) for one in group if one in links] for key, group in groups.items()}
    return Answers({"hours": float(hours), **chosen})


def missed(links: frozenset[Link], hours: float, t: Translator) -> list[int]:
    return [at for at, one in enumerate(diamond.check(decision(links, hours), t)) if not one.met]


def test_the_people_of_nordlys_are_the_ledger_s() -> None:
    contacts = ledger()["contacts"]
    names = {
        name
        for account, name in zip(contacts.column("account_id"), contacts.column("name"), strict=True)
        if account == "A44"
    }
    assert {NAMES[person].split(",")[0] for person in plan.NORDLYS} <= names


def test_in_a_bow_tie_each_apex_stands_between_26_pairs() -> None:
    # Ingrid joins her four colleagues with each other (6 pairs) and with the five of Nordlys (20).
    now = plan.today()
    assert now.between[INGRID] == now.between[STEFAN] == 6 + 4 * 5
    assert sum(now.between.values()) == 52
    assert now.index == pytest.approx((1 - 8) / 9)
    assert is_bow_tie(now)


def test_the_start_is_the_bow_tie_and_misses_all_but_the_hours(t: Translator) -> None:
    values = diamond().values
    chosen = {name for key in ("across", "meridian", "nordlys") for name in values[key]}
    assert chosen == {plan.name_of(link) for link in BOW_TIE}
    assert missed(BOW_TIE, plan.START_HOURS, t) == [0, 2, 3]
    assert "lose 65\u00a0% of theirs" in diamond.check(decision(BOW_TIE, 6), t)[2].why


def test_joint_work_is_halved_by_each_go_between() -> None:
    work = next(one for one in plan.WORK if one.pair == (PLANNING, plan.LUCIA))
    line = frozenset({(INGRID, STEFAN), (INGRID, PLANNING), (STEFAN, plan.LUCIA)})
    direct, through = plan.worth(line | {work.pair}), plan.worth(line)
    assert plan.away(plan.network(line, 6.0), work.pair) == 3
    assert direct["seller"] - through["seller"] == pytest.approx(work.seller * 0.75)
    assert direct["buyer"] - through["buyer"] == pytest.approx(work.buyer * 0.75)


def test_a_person_needs_hours_for_contacts_and_for_passing_on() -> None:
    now = plan.today()
    assert now.used[INGRID] == 6 + 4 * 3 + 0.5 * 26
    assert now.used[PLANNING] == 3


def test_when_all_talk_who_should_the_planner_is_the_new_bottleneck(t: Translator) -> None:
    assert missed(NEEDED, plan.MOST_HOURS, t) == [1]
    reason = diamond.check(decision(NEEDED, plan.MOST_HOURS), t)[1]
    assert "Planner" in reason.why
    assert "19.5 hours of 16" in reason.why
    assert "replaced one bottleneck by another" in reason.advice


def test_two_ways_to_relieve_the_planner_reach_the_goal(t: Translator) -> None:
    assert missed(GOOD, 16, t) == []
    assert missed(NEEDED - {(PLANNING, plan.FELIX), (INGRID, PLANNING)}, 10, t) == []
    assert missed(NEEDED - {(PLANNING, plan.FELIX)}, 13, t) == [3]


def test_contacts_across_alone_are_no_diamond(t: Translator) -> None:
    assert 0 in missed(frozenset(plan.CROSSING[:6]), 12, t)


@pytest.mark.parametrize("links", [frozenset(), frozenset(plan.LINKS), frozenset(plan.CROSSING)])
def test_thoughtless_extremes_fail_and_can_be_shown(links: frozenset[Link], t: Translator) -> None:
    for hours in (4, plan.MOST_HOURS):
        assert missed(links, hours, t)
        assert diamond.view(decision(links, hours), t)["summary"]


@pytest.mark.parametrize(
    ("links", "hours", "place", "words"),
    [
        (BOW_TIE, 6, 0, "Planner – Lucia. What the two could do together is worth 130\u00a0kEUR a year"),
        (frozenset([(INGRID, HANNE)]), 6, 0, "no word gets through"),
        (BOW_TIE | {(plan.SERVICE, plan.HUGO)}, 6, 1, "Service engineer – Hugo. The two have no joint work"),
        (GOOD, 8, 1, "Free more hours"),
        (BOW_TIE, 6, 2, "through this person alone"),
        (BOW_TIE, 6, 3, "Ingrid – Head of quality. The two have no joint work"),
        (NEEDED - {(HANNE, STEFAN)}, 16, 3, "worth least"),
    ],
)
def test_each_failure_is_explained(
    links: frozenset[Link], hours: float, place: int, words: str, t: Translator
) -> None:
    reason = diamond.check(decision(links, hours), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_both_sides_pay_for_their_own_experts() -> None:
    now = plan.network(GOOD, 16.0)
    assert now.freed == 4 * 16 * 12 * 50
    for firm in plan.FIRMS:
        assert now.profit(firm) == pytest.approx(now.worth[firm] - now.freed)


def test_few_of_the_networks_near_the_goal_meet_it(t: Translator) -> None:
    near = [
        (NEEDED - set(left), hours)
        for count in range(3)
        for left in combinations(sorted(NEEDED), count)
        for hours in range(8, 17)
    ]
    solved = [one for one in near if not missed(*one, t)]
    assert 0.005 < len(solved) / len(near) < 0.4


def test_no_contact_has_two_names_and_all_work_can_be_direct() -> None:
    assert len({frozenset(link) for link in plan.LINKS}) == len(plan.LINKS)
    assert set(plan.LINKS) >= NEEDED
    assert {person for link in plan.LINKS for person in link} == set(PEOPLE)
