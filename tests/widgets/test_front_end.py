"""The shell's script in a browser: keyboard, focus, progress kept, and what it says."""

import json

import pytest
from front import Front

from kamlab.widgets import u01
from kamlab.widgets.shell import Exercise

pytestmark = pytest.mark.browser
KEY = "kamlab:u01-lifetime-value"
IDLE = "document.querySelector('.kl-busy').textContent === ''"


@pytest.fixture
def shown(front: Front) -> Front:
    front.mount(u01.lifetime_value())
    return front


def kept(front: Front, key: str = KEY) -> dict[str, object]:
    return json.loads(front.js(f"localStorage.getItem('{key}')"))


def test_an_arrow_key_moves_a_slider_and_python_answers(shown: Front) -> None:
    shown.press("Price change", "ArrowRight")
    shown.until("document.querySelector('.kl-summary').textContent.includes('+1')")
    assert shown.text("output").replace("\u00a0", " ") == "+0.5 %"
    assert shown.js("document.querySelector('input').getAttribute('aria-valuetext')") == "+0.5\u00a0%"


def test_every_control_has_a_label_and_every_group_a_name(shown: Front) -> None:
    assert shown.js("[...document.querySelectorAll('input')].every((input) => input.labels.length === 1)")
    assert shown.js("[...document.querySelectorAll('fieldset')].every((set) => set.querySelector('legend'))")


def test_the_focus_stays_while_answers_come(shown: Front) -> None:
    for key in ("ArrowRight", "PageUp", "ArrowLeft"):
        shown.press("Spent on keeping Nordlys", key)
    shown.until(IDLE)
    assert shown.js("document.activeElement.labels[0].textContent") == "Spent on keeping Nordlys"


def test_a_screen_reader_hears_the_summary_once_it_has_come_to_rest(shown: Front) -> None:
    shown.js(
        "window.said = []; void new MutationObserver(() => said.push(1)).observe("
        "document.querySelector('[role=status]'), {childList: true})"
    )
    for _ in range(5):
        shown.press("Price change", "ArrowRight")
    shown.until("document.querySelector('[role=status]').textContent.includes('Nordlys')")
    assert shown.js("said.length") == 1


def test_progress_goes_from_not_started_to_tried_to_solved(shown: Front) -> None:
    states = [shown.text(".kl-progress")]
    for _ in range(2):
        shown.press("Price change", "ArrowRight")
    states.append(shown.text(".kl-progress"))
    for _ in range(55):
        shown.press("Spent on keeping Nordlys", "ArrowRight")
    shown.click("Check my decision")
    shown.until("document.querySelector('.kl-progress').dataset.state === 'solved'")
    assert [*states, shown.text(".kl-progress")] == ["○ Not started", "◐ Tried", "● Solved"]
    assert kept(shown)["solved"] is True


def test_answers_survive_a_reload_and_are_sent_to_python(shown: Front) -> None:
    shown.press("Price change", "End")
    shown.until(IDLE)
    shown.mount(u01.lifetime_value())
    assert shown.text("output").replace("\u00a0", " ") == "+3.0 %"
    shown.until("sent.length === 1 && document.querySelector('.kl-summary').textContent.includes('+7')")
    assert shown.text(".kl-progress") == "◐ Tried"


def test_restored_values_are_shown_while_python_is_not_there(shown: Front) -> None:
    shown.press("Price change", "End")
    shown.mount(u01.lifetime_value(), before="window.silent = true")
    assert shown.text("output").replace("\u00a0", " ") == "+3.0 %"
    shown.until("document.querySelector('.kl-busy').textContent === 'Calculating…'")
    assert shown.js("sent.length") == 1


@pytest.mark.parametrize("text", ['{"version": 0, "values": {"price": 3}}', "{damaged", "null", "[]"])
def test_progress_of_another_version_is_set_aside_and_named(front: Front, text: str) -> None:
    front.mount(u01.lifetime_value())
    front.mount(u01.lifetime_value(), before=f"localStorage.setItem('{KEY}', {json.dumps(text)})")
    assert front.js(f"localStorage.getItem('{KEY}:old')") == text
    assert "set aside" in front.text(".kl-note:not([hidden])")
    assert front.text(".kl-progress") == "○ Not started"


def test_without_storage_the_exercise_works_and_says_so(front: Front) -> None:
    broken = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    front.mount(u01.lifetime_value(), before=broken)
    assert "keeps no progress" in front.text(".kl-note:not([hidden])")
    front.press("Price change", "ArrowRight")
    front.until("document.querySelector('.kl-summary').textContent.includes('+1')")


def test_a_full_storage_is_named_too(shown: Front) -> None:
    shown.js("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
    shown.press("Price change", "ArrowRight")
    assert "keeps no progress" in shown.text(".kl-note:not([hidden])")


def test_reset_goes_back_to_the_start_and_forgets(shown: Front) -> None:
    shown.press("Price change", "End")
    shown.click("Check my decision")
    shown.until("document.querySelector('.kl-feedback').textContent.includes('Not yet')")
    shown.click("Reset")
    shown.until("document.querySelector('.kl-feedback').textContent === ''")
    assert shown.text("output").replace("\u00a0", " ") == "0.0 %"
    assert shown.js(f"localStorage.getItem('{KEY}')") is None
    assert shown.text(".kl-progress") == "○ Not started"


def test_only_wrong_questions_are_started_anew(front: Front) -> None:
    front.mount(u01.quiz())
    for option in ("why-1", "whale-0"):
        front.js(f"document.querySelector('[id$={option}]').click()")
    front.click("Check my answers")
    front.until("!document.querySelector('.kl-buttons button:nth-child(2)').hidden")
    front.click("Try the open ones again")
    checked = (
        "[...document.querySelectorAll('input:checked')].map((input) => input.id.replace(/^.*quiz-/, ''))"
    )
    assert front.js(checked) == ["why-1"]
    assert front.js("document.activeElement.id.replace(/^.*quiz-/, '')") == "whale-0"


def test_the_notebooks_shortcuts_take_no_key_from_what_is_focused(shown: Front) -> None:
    shown.press("Price change", "ArrowRight")
    shown.until(IDLE)
    focusable = "document.querySelectorAll('.kl :is(input, button, summary, [tabindex])')"
    assert shown.js(f"[...{focusable}].every((node) => node.hasAttribute('data-lm-suppress-shortcuts'))")
    assert shown.js(f"{focusable}.length") > 8


def test_a_session_that_runs_on_is_shown_as_it_stands(front: Front) -> None:
    exercise = u01.lifetime_value()
    exercise.values = {**exercise.values, "price": 2.0, "@n": 7}
    front.mount(exercise)
    assert front.text("output").replace("\u00a0", " ") == "+2.0 %"
    assert front.js("sent.length") == 0


def test_an_exercise_that_is_taken_down_listens_no_more(shown: Front) -> None:
    shown.js("window.end()")
    assert shown.js("listeners.length") == 0


@pytest.mark.parametrize("make", [u01.lifetime_value, u01.whale_curve, u01.account_portfolio, u01.quiz])
def test_a_phone_shows_everything_without_scrolling_sideways(front: Front, make: type[Exercise]) -> None:
    front.do(lambda page: page.set_viewport_size({"width": 375, "height": 800}))
    front.mount(make())
    assert front.js("document.documentElement.scrollWidth") <= 375


def test_where_there_is_room_the_chart_stands_beside_the_sliders(shown: Front) -> None:
    box = "document.querySelector('{}').getBoundingClientRect()"
    controls, chart = box.format(".kl-controls"), box.format(".kl-chart")
    assert shown.js(f"{chart}.left > {controls}.right && {chart}.top < {controls}.bottom")
    shown.js("void (document.querySelector('.kl').style.width = '340px')")
    assert shown.js(f"{chart}.top >= {controls}.bottom && {chart}.bottom <= {box.format('.kl-result')}.top")
