"""The game as an exercise: what is shown, what stays hidden, and how the outcome is judged."""

import re
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from play import GROUPS, START, T, press, setting, table, values

from kamlab.i18n import Translator
from kamlab.widgets.controls import clean
from kamlab.widgets.game import during, frontier, negotiation, sheets, words
from kamlab.widgets.game.board import ENOUGH, PART, SEEDS
from kamlab.widgets.game.bots import FAIR, HARD, OPPORTUNIST, ROUNDS, STYLES, Seat, priced
from kamlab.widgets.game.match import ACCEPT, OFFER, WALK
from kamlab.widgets.game.sheets import Pair, Sheet
from kamlab.widgets.game.table import TWO
from kamlab.widgets.game.terms import BUYER, FIRST_DRAFT, ISSUES, SELLER, SIDES, TODAY, Deal, other
from kamlab.widgets.shell import Exercise, view_of
from kamlab.widgets.verdict import Reason

HARD_END = Deal(20, 0, 0, 0, 0)


def reasons(setup: dict[str, object], *moves: dict[str, object]) -> tuple[Reason, ...]:
    return negotiation.check(clean(GROUPS, values(setup, *moves)), T)


def shown(setup: dict[str, object], *moves: dict[str, object]) -> dict[str, object]:
    return view_of(negotiation, negotiation.face(T), values(setup, *moves), T)


def met(setup: dict[str, object], *moves: dict[str, object]) -> list[bool]:
    return [reason.met for reason in reasons(setup, *moves)]


def leaving(side: str, pair: Pair, share: float) -> Deal:
    """The best terms, at a price that leaves ``side`` this share of the gain possible."""
    return priced(Seat(side, pair, (), ()), sheets.best_together(pair), share * sheets.most(pair))


def between_two(deal: Deal, seed: int = 1) -> list[Reason]:
    """The verdict on ``deal``, offered by Meridian and accepted by Nordlys."""
    seller, buyer = setting(TWO, SELLER, seed), setting(TWO, BUYER, seed)
    return list(reasons(buyer, press(OFFER, seller, deal), press(ACCEPT, buyer)))


# -- the goal --


def test_at_the_start_no_condition_is_met() -> None:
    found = reasons(setting(FAIR))
    assert [reason.met for reason in found] == [False] * 4
    assert all("round 1" in reason.why and reason.advice for reason in found)


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("style", STYLES)
def test_every_game_can_be_won_by_firmness_with_the_best_terms(style: str, side: str, seed: int) -> None:
    setup, pair = setting(style, side, seed), sheets.drawn(seed)
    shares = (0.5, 0.45, 0.4, 0.35)
    tried = ([press(OFFER, setup, leaving(side, pair, share))] * ROUNDS for share in shares)
    assert any(all(met(setup, *moves)) for moves in tried)


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("style", STYLES)
def test_no_game_is_won_without_thinking(style: str, side: str, seed: int) -> None:
    """Neither by saying yes at once or in the end, nor by giving all or asking for all."""
    setup = setting(style, side, seed)
    least, most = (
        (Deal(40, *TODAY[1:]), Deal(0, 6, 6, 0, 0))
        if side == SELLER
        else (Deal(0, 6, 6, 0, 0), Deal(40, 0, 0, 6, 6))
    )
    yes = press(ACCEPT, setup)
    assert not all(met(setup, yes))
    for stubborn in (least, TODAY, FIRST_DRAFT, most):
        held = [press(OFFER, setup, stubborn)] * ROUNDS
        assert not all(met(setup, *held))
        assert not all(met(setup, *held[1:], yes))


def test_few_of_all_deals_reach_the_goal() -> None:
    draw, good = Random(5), 0  # noqa: S311 - a sample
    pairs = [sheets.drawn(seed) for seed in range(1, SEEDS + 1)]
    for _ in range(20_000):
        pair = draw.choice(pairs)
        point = frontier.point(pair, Deal(*(draw.randrange(one.steps + 1) for one in ISSUES)))
        both = point.seller > 0 and point.buyer > 0 and point.total >= ENOUGH * sheets.most(pair)
        good += both and min(point.seller, point.buyer) >= PART * point.total
    assert 0.0005 < good / 20_000 < 0.02


def test_walking_away_meets_nothing_and_says_what_no_agreement_costs() -> None:
    setup = setting(FAIR)
    assert met(setup, press(WALK, setup)) == [False] * 4
    view = shown(setup, press(WALK, setup))
    assert f"{sheets.most(sheets.drawn(1)):.1f}" in view["summary"]


def test_nash_s_solution_meets_every_condition_for_two_people() -> None:
    verdict = between_two(frontier.nash(sheets.drawn(1)).deal)
    assert [reason.met for reason in verdict] == [True] * 5


def test_a_deal_that_leaves_nothing_shows_no_term_traded_the_wrong_way() -> None:
    seller, buyer = setting(TWO, SELLER), setting(TWO, BUYER)
    best = frontier.nash(sheets.drawn(1)).deal
    well, badly = (
        shown(buyer, press(OFFER, seller, deal), press(ACCEPT, buyer))
        for deal in (best, best._replace(plan=6))
    )
    assert "Nothing was left on the table" in well["talk"]
    assert "Which term was traded the wrong way" not in well["chart"]
    assert "Which term was traded the wrong way" in badly["chart"]


def test_a_deal_below_a_walk_away_misses_both_better_off_and_names_the_gains() -> None:
    pair = sheets.drawn(1)
    poor = leaving(SELLER, pair, -0.1)
    agreed, better, enough, *parts = between_two(poor)
    assert (agreed.met, better.met, enough.met) == (True, False, True)
    assert f"{pair.buyer.gain(poor):.1f}" in better.why
    assert [part.met for part in parts] == [False, True]


def test_terms_traded_the_wrong_way_miss_the_gain_and_the_worst_of_them_is_named() -> None:
    pair = sheets.drawn(1)
    best = frontier.nash(pair).deal
    wrong = best._replace(engineer=0)
    enough = between_two(wrong)[2]
    (loss,) = [one for one in frontier.losses(pair, wrong) if one.issue == "engineer"]
    assert not enough.met
    assert "Engineer, days a week: agreed 0.0, best for both together 1.5" in enough.why
    assert f"{loss.amount:.1f}" in enough.why
    assert "agree on more" in enough.advice
    assert "agree on less" in between_two(best._replace(engineer=6))[2].advice


def test_giving_the_gain_away_misses_the_part_of_whoever_did_it() -> None:
    *_, seller, buyer = between_two(leaving(BUYER, sheets.drawn(1), 0.75))
    assert (seller.met, buyer.met) == (False, True)
    assert "Meridian gets 2" in seller.why


def test_a_deal_that_brings_nothing_has_nothing_to_divide() -> None:
    *_, seller, _buyer = between_two(Deal(20, 6, 6, 6, 6), seed=1)
    assert not seller.met
    assert "nothing that could be divided" in seller.why


def test_a_slider_moved_after_the_end_keeps_the_verdict() -> None:
    setup = setting(FAIR)
    done = values(setup, press(WALK, setup))
    moved = {**done, "price": 2.0, "@checked": done}
    view = view_of(negotiation, negotiation.face(T), moved, T)
    assert "Not yet" in view["feedback"]
    again = view_of(negotiation, negotiation.face(T), {**moved, "moves": []}, T)
    assert "has changed since" in again["feedback"]


# -- what is shown, and what is not --


def everything(view: dict[str, object]) -> str:
    return " ".join(str(part) for part in view.values())


def lines(sheet: Sheet) -> list[str]:
    """The sentences of a sheet that say an amount of its own."""
    return words.sheet_lines(sheet, T)[1:]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("style", STYLES)
def test_while_a_bot_is_played_its_sheet_stays_hidden(style: str, side: str) -> None:
    setup, pair = setting(style, side), sheets.drawn(1)
    text = everything(shown(setup, press(OFFER, setup, TODAY)))
    assert all(line in text for line in lines(pair.of(side)))
    assert not any(line in text for line in lines(pair.of(other(side))))


def test_when_the_game_is_over_both_sheets_lie_open() -> None:
    setup, pair = setting(FAIR), sheets.drawn(1)
    text = everything(shown(setup, press(ACCEPT, setup)))
    assert all(line in text for side in SIDES for line in lines(pair.of(side)))


def test_with_closed_sheets_the_view_says_nothing_of_them() -> None:
    """The same offers over other sheets look the same, to the letter."""
    seen = []
    for seed in (1, 2):
        seller = setting(TWO, SELLER, seed)
        seen.append(shown(seller, press(OFFER, seller, Deal(30, 1, 2, 3, 1))))
    assert seen[0] == seen[1]
    assert seen[0]["chart"] == seen[0]["equation"] == ""


def test_an_open_sheet_tells_nothing_of_the_other_one() -> None:
    seller, buyer = setting(TWO, SELLER), setting(TWO, BUYER)
    now = table(seller, press(OFFER, seller, TODAY), press(OFFER, buyer, HARD_END))
    strange = replace(now, pair=Pair(now.pair.seller, sheets.drawn(2).buyer))
    assert during.shown(now, T).view("x") == during.shown(strange, T).view("x")


def test_the_buttons_that_may_be_pressed_are_named() -> None:
    setup = setting(FAIR)
    assert shown(setup)["can"] == ["offer", "accept", "walk"]
    assert shown(setup, press(WALK, setup))["can"] == ["again"]


def test_the_last_round_is_announced() -> None:
    setup = setting(HARD)
    stubborn = press(OFFER, setup, TODAY)
    assert "last round" not in str(shown(setup, *[stubborn] * (ROUNDS - 2))["summary"])
    assert "last round" in str(shown(setup, *[stubborn] * (ROUNDS - 1))["summary"])
    assert "Nordlys walked away in round 6" in str(shown(setup, *[stubborn] * ROUNDS)["summary"])


def test_a_screen_reader_hears_the_answer_to_a_move_once_and_then_what_the_sliders_do() -> None:
    setup, deal = setting(FAIR), Deal(30, 2, 2, 2, 1)
    played = {**values(setup, press(OFFER, setup, deal)), **deal.values()}
    heard, moved = (
        view_of(negotiation, negotiation.face(T), {**played, **then}, T) for then in ({}, {"stock": 5.0})
    )
    assert "Stefan Lopez: " in str(heard["say"])
    assert "Stefan Lopez: " not in str(moved["say"])
    assert str(moved["say"]) in re.sub(r"<[^>]+>", "", str(moved["summary"]))


def test_the_worth_of_the_sliders_follows_the_sheet() -> None:
    setup = setting(FAIR)
    deal = Deal(28, 1, 2, 3, 2)
    moved = {**values(setup), **deal.values()}
    view = view_of(negotiation, negotiation.face(T), moved, T)
    seller = sheets.drawn(1).seller
    assert f"{seller.gain(deal):+.1f}" in str(view["summary"]).replace("−", "-")
    for part in seller.parts(deal):
        assert f"{part:+.1f}".replace("-", "−").replace("+0.0", "0.0") in view["chart"]


@pytest.mark.parametrize(("style", "seed"), list(product(STYLES, (1, 2, 3))))
def test_what_a_bot_likes_in_your_offer_is_true(style: str, seed: int) -> None:
    setup, offer = setting(style, SELLER, seed), Deal(30, 3, 1, 4, 3)
    now = table(setup, press(OFFER, setup, offer))
    parts = dict(zip((one.id for one in ISSUES), now.pair.buyer.parts(offer), strict=True))
    names = words.term_names(T)
    text = words.said(now, T)
    assert f"Best for us in your offer: {names[max(parts, key=parts.get)]}" in text
    assert f"worst: {names[min(parts, key=parts.get)]}" in text


def test_a_bot_s_words_fit_what_it_does() -> None:
    firm, soft = Deal(32, 0, 0, 0, 0), Deal(12, 4, 4, 0, 0)
    setup = setting(OPPORTUNIST)
    assert "hard bargain" in words.said(table(setup, *[press(OFFER, setup, firm)] * 3), T)
    giving = [press(OFFER, setup, deal) for deal in (firm, firm._replace(price=20), soft)]
    now = table(setup, *giving)
    assert now.match.over or "do a little more" in words.said(now, T)
    fair = setting(FAIR)
    stubborn = table(fair, *[press(OFFER, fair, firm)] * 3)
    assert "You have not moved" in words.said(stubborn, T)
    last = table(fair, *[press(OFFER, fair, firm)] * (ROUNDS - 1))
    assert "my last offer" in words.said(last, T)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_extremes_and_long_games_are_shown_in_both_languages(lang: str) -> None:
    t = Translator(lang)
    for style, side in product((*STYLES, TWO), SIDES):
        setup = setting(style, side)
        for deal in (Deal(0, 0, 0, 0, 0), Deal(*(one.steps for one in ISSUES))):
            for moves in (
                [],
                [press(OFFER, setup, deal)] * ROUNDS,
                [press(OFFER, setup, deal), press(ACCEPT, setup)],
            ):
                view = view_of(negotiation, negotiation.face(t), values(setup, *moves), t)
                assert view["summary"]
                assert view["talk"]


def test_every_button_and_term_passes_through_the_catalogue() -> None:
    class Marked(Translator):
        def __call__(self, message: str, /, **fields: object) -> str:
            return "⟦" + super().__call__(message, **fields) + "⟧"

    marked = Marked("en")
    setup = setting(FAIR)
    moves = negotiation.face(marked).groups[-1].controls[-1].spec()
    assert all("⟦" in button["label"] for button in moves["buttons"])
    ended = [press(OFFER, setup, TODAY), press(ACCEPT, setup)]
    view = negotiation.view(clean(GROUPS, values(setup, *ended)), marked)
    for name in ("summary", "talk", "sheet", "chart", "sides", "table", "equation"):
        assert re.findall(r"[A-Za-z]{4,}", unmarked(view[name])) == [], name


def unmarked(html: str) -> str:
    """The text that stands in no mark; marks may hold marks."""
    kept, depth = [], 0
    for letter in re.sub(r"<[^>]+>", " ", html):
        depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        if depth == 0 and letter != "⟧":
            kept.append(letter)
    return "".join(kept)


def test_the_exercise_starts_without_a_move() -> None:
    exercise = Exercise(negotiation)
    assert exercise.values["moves"] == []
    assert {name: exercise.values[name] for name in START} == START
