"""Moves: what becomes of a list of moves in Python, and the buttons in a real browser."""

import pytest
from front import Front

from kamlab.i18n import Translator
from kamlab.widgets import Entry, ahead, game
from kamlab.widgets.controls import Answers, Group, Slider, clean
from kamlab.widgets.game.table import AGAIN
from kamlab.widgets.markup import paragraph
from kamlab.widgets.moves import Button, Moves
from kamlab.widgets.shell import Definition, Exercise, Face, View
from kamlab.widgets.verdict import Feedback

BID = Slider(id="bid", label="Bid", low=0, high=10, step=1, start=2)
MOVES = Moves(
    id="moves",
    label="Your move",
    buttons=(
        Button("bid", "Bid this", main=True),
        Button("pass", "Pass"),
        Button("again", "Start again", clears=True),
    ),
    carries=(BID,),
    most=4,
)
GROUPS = (Group(controls=(BID, MOVES)),)
IDLE = "document.querySelector('.kl-busy').textContent === ''"


def made(*moves: object) -> list[object]:
    return MOVES.clean(list(moves))


def move(name: str, bid: object = 2.0) -> dict[str, object]:
    return {"move": name, "values": {"bid": bid}}


# -- in Python --


def test_moves_keep_their_order_and_what_they_carry() -> None:
    assert made(move("bid", 3.0), move("pass")) == [move("bid", 3.0), move("pass", 2.0)]


@pytest.mark.parametrize(
    "raw", [None, "x", 3, {"move": "bid"}, [None, 3, "bid", [], {}, {"move": 1}, {"move": []}]]
)
def test_damaged_moves_are_no_moves(raw: object) -> None:
    assert MOVES.clean(raw) == []


def test_unknown_moves_and_the_one_that_clears_are_left_out() -> None:
    assert made(move("dance"), move("again"), move("pass")) == [move("pass", 2.0)]


@pytest.mark.parametrize("values", [None, 3, [], {}, {"bid": "much"}, {"other": 1}])
def test_a_move_with_damaged_values_carries_the_start(values: object) -> None:
    assert made({"move": "bid", "values": values}) == [move("bid", 2.0)]


def test_a_carried_value_keeps_to_its_control_s_scale() -> None:
    assert made(move("bid", 99), move("bid", 3.4)) == [move("bid", 10.0), move("bid", 3.0)]


def test_the_list_keeps_the_latest_moves_only() -> None:
    assert made(*(move("bid", float(n)) for n in range(9))) == [move("bid", float(n)) for n in (5, 6, 7, 8)]


def test_answers_give_the_moves_and_no_options() -> None:
    answers = clean(GROUPS, {"moves": [move("bid", 4.0)]})
    assert [one["values"]["bid"] for one in answers.pressed("moves")] == [4.0]
    assert answers.chosen("moves") == ()
    assert Answers({"moves": []}).pressed("moves") == ()


def test_a_press_is_not_answered_ahead() -> None:
    assert list(ahead.first_moves(MOVES)) == []
    assert "moves" not in Exercise(game.negotiation).ahead()


def test_the_spec_is_plain_data_with_everything_to_draw() -> None:
    spec = MOVES.spec()
    assert (spec["kind"], spec["carries"], spec["start"], spec["most"]) == ("moves", ["bid"], [], 4)
    assert [(one["move"], one["main"], one["clears"]) for one in spec["buttons"]] == [
        ("bid", True, False),
        ("pass", False, False),
        ("again", False, True),
    ]


# -- in a browser --


class Auction(Definition):
    """Bids must rise; three of them end it."""

    exercise_id, version = "u99-auction", 1

    def face(self, t: Translator) -> Face:  # noqa: ARG002 - one language
        return Face("Auction", paragraph("Bid."), GROUPS, "Check")

    def view(self, answers: Answers, t: Translator) -> View:  # noqa: ARG002 - one language
        bids = [f"{one['values']['bid']:.0f}" for one in answers.pressed("moves") if one["move"] == "bid"]
        told = "Bids: " + ", ".join(bids)
        can = "again" if len(bids) > 2 else "bid again" if bids else "bid pass"
        return {"summary": paragraph(told), "say": told, "can": can}

    def judge(self, answers: Answers, checked: Answers | None, t: Translator) -> Feedback:  # noqa: ARG002
        return Feedback({})

    def entries(self) -> list[Entry]:
        return []


@pytest.fixture
def shown(front: Front) -> Front:
    front.mount(Exercise(Auction()))
    return front


def told(front: Front, text: str) -> None:
    front.until(f"document.querySelector('.kl-summary').textContent === {text!r} && {IDLE}")


def disabled(front: Front) -> object:
    return front.js(
        "[...document.querySelectorAll('.kl-moves button')]"
        ".filter((node) => node.getAttribute('aria-disabled') === 'true').map((node) => node.textContent)"
    )


def press_anyway(front: Front, name: str) -> None:
    """Press a button that says it cannot be pressed."""
    front.do(lambda page: page.get_by_role("button", name=name).click(force=True))


browser = pytest.mark.browser


@browser
def test_a_press_is_a_move_that_carries_what_the_controls_stand_at(shown: Front) -> None:
    shown.press("Bid", "ArrowRight")
    shown.click("Bid this")
    told(shown, "Bids: 3")
    shown.press("Bid", "End")
    shown.click("Bid this")
    told(shown, "Bids: 3, 10")


@browser
def test_the_buttons_work_by_keyboard_and_keep_the_focus(shown: Front) -> None:
    shown.do(lambda page: page.get_by_role("button", name="Bid this").press("Enter"))
    told(shown, "Bids: 2")
    shown.do(lambda page: page.keyboard.press("Space"))
    told(shown, "Bids: 2, 2")
    shown.do(lambda page: page.keyboard.press("Enter"))
    told(shown, "Bids: 2, 2, 2")
    assert shown.js("document.activeElement.textContent") == "Bid this"
    assert "Bid this" in disabled(shown)


@browser
def test_only_what_the_view_names_may_be_pressed(shown: Front) -> None:
    assert disabled(shown) == ["Start again"]
    shown.click("Bid this")
    told(shown, "Bids: 2")
    assert disabled(shown) == ["Pass"]
    sent = shown.js("sent.length")
    press_anyway(shown, "Pass")
    assert shown.js("sent.length") == sent


@browser
def test_one_press_waits_for_its_answer_before_the_next(shown: Front) -> None:
    shown.js("void (window.silent = true)")
    shown.click("Bid this")
    assert disabled(shown) == ["Bid this", "Pass", "Start again"]
    press_anyway(shown, "Bid this")
    assert shown.js("sent.length") == 1


@browser
def test_a_slider_on_its_way_takes_no_button_away(shown: Front) -> None:
    shown.js("void (window.silent = true)")
    shown.press("Bid", "ArrowRight")
    assert disabled(shown) == ["Start again"]


@browser
def test_the_move_that_clears_empties_the_list(shown: Front) -> None:
    shown.click("Bid this")
    told(shown, "Bids: 2")
    shown.click("Start again")
    told(shown, "Bids: ")
    assert shown.js("sent.at(-1).moves") == []


@browser
def test_moves_survive_a_reload(shown: Front) -> None:
    shown.click("Bid this")
    told(shown, "Bids: 2")
    shown.mount(Exercise(Auction()))
    told(shown, "Bids: 2")
    shown.click("Bid this")
    told(shown, "Bids: 2, 2")


@browser
def test_until_python_has_seen_the_moves_kept_none_may_be_added(shown: Front) -> None:
    shown.click("Bid this")
    told(shown, "Bids: 2")
    shown.mount(Exercise(Auction()), before="window.silent = true")
    assert disabled(shown) == ["Bid this", "Pass", "Start again"]


@browser
def test_reset_forgets_the_moves(shown: Front) -> None:
    shown.click("Bid this")
    told(shown, "Bids: 2")
    shown.click("Reset")
    told(shown, "Bids: ")
    assert disabled(shown) == ["Start again"]


@browser
def test_a_screen_reader_hears_what_a_move_led_to(shown: Front) -> None:
    shown.click("Bid this")
    shown.until("document.querySelector('[role=status]').textContent === 'Bids: 2'")


@browser
def test_the_list_grows_no_longer_than_it_may(front: Front) -> None:
    class Endless(Auction):
        def view(self, answers: Answers, t: Translator) -> View:
            return {**super().view(answers, t), "can": "bid"}

    front.mount(Exercise(Endless()))
    for _ in range(6):
        front.until(f"!document.querySelector('.kl-moves [aria-disabled=false]') || {IDLE}")
        front.do(lambda page: page.locator(".kl-moves [aria-disabled=false]").click())
        front.until(IDLE)
    assert front.js("sent.at(-1).moves.length") == 4


# -- the game --


@browser
def test_the_game_is_played_to_its_end_and_judged(front: Front) -> None:
    front.mount(Exercise(game.negotiation))
    front.click("Make this offer")
    front.until("document.querySelector('.kl-summary').textContent.includes('Round 2')")
    front.click("Walk away")
    front.until("document.querySelector('.kl-summary').textContent.includes('walked away')")
    assert disabled(front) == ["Make this offer", "Accept their offer", "Walk away"]
    front.click("Judge the outcome")
    front.until("document.querySelector('.kl-feedback').textContent.includes('Not yet')")
    front.click("Start this game again")
    front.until("document.querySelector('.kl-summary').textContent.includes('Round 1')")
    assert AGAIN not in front.js("sent.at(-1).moves")


@browser
def test_two_people_see_their_own_sheet_only_when_it_is_their_turn(front: Front) -> None:
    front.mount(Exercise(game.negotiation))
    front.do(lambda page: page.get_by_label("A second person at this screen").check())
    sheet = "document.querySelector('.kl-answer').textContent"
    front.until(f"{IDLE} && {sheet}.includes('The sheet of Meridian')")
    front.click("Make this offer")
    front.until(f"{sheet}.includes('closed') && document.querySelector('.kl-chart').hidden")
    front.do(lambda page: page.get_by_label("Nordlys (buyer)").check())
    front.until(f"{sheet}.includes('The sheet of Nordlys') && !{sheet}.includes('Meridian')")
    front.click("Accept their offer")
    front.until(f"{sheet}.includes('The sheet of Meridian') && {sheet}.includes('The sheet of Nordlys')")


@browser
@pytest.mark.parametrize("moves", [0, 1])
def test_on_a_phone_nothing_scrolls_sideways_while_the_game_goes_on_and_after_it(
    front: Front, moves: int
) -> None:
    front.do(lambda page: page.set_viewport_size({"width": 375, "height": 800}))
    front.mount(Exercise(game.negotiation))
    for _ in range(moves):
        front.click("Accept their offer")
        front.until("document.querySelector('.kl-summary').textContent.includes('Agreement')")
    assert front.js("document.documentElement.scrollWidth") <= 375
