"""JupyterLab opens the released case; the form is filled by keyboard alone; the right file is on disk."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kamlab import data
from kamlab.answers.questions import QuestionSet
from kamlab.answers.questions_file import load_questions
from kamlab.answers.store import read
from kamlab.course import truth

ROOT = Path(__file__).parents[2]
CODE = data.case_code("a secret for these tests", "li.na")
PATIENCE = 120_000  # ms: a kernel starts on a machine that does other things too
LAST_STEP = 80  # presses of Tab that lead past the end of the form
LONGEST_LIST = 100  # presses of an arrow that lead past the end of any list

pytestmark = [pytest.mark.browser, pytest.mark.course]


@pytest.fixture(params=["en", "zh"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lab(tmp_path: Path, lang: str) -> Iterator[str]:
    """The address of a JupyterLab whose folder holds the released case."""
    shutil.copytree(ROOT / "exercises" / lang / "u01", tmp_path / "u01")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
         "--IdentityProvider.token=", "--ServerApp.allow_root=True", "--LabApp.news_url=None"],
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path / "home"), "JUPYTER_CONFIG_DIR": str(tmp_path / "config")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield answering(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(30)


def answering(address: str) -> str:
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):  # noqa: S310 - our own server on loopback
                return address
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"JupyterLab does not answer at {address}")


@pytest.fixture
def page(browser: Browser, lab: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    opened = context.new_page()
    opened.goto(f"{lab}/lab/tree/u01/case.ipynb")
    opened.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=PATIENCE)
    yield opened
    context.close()


def run_all_cells(page: Page) -> None:
    palette = page.locator(".lm-CommandPalette-input")
    for _ in range(30):  # JupyterLab binds its keys some time after it shows the notebook
        page.keyboard.press("Control+Shift+C")
        page.wait_for_timeout(1000)
        if palette.is_visible():
            break
    page.keyboard.type("run all cells")
    page.locator(".lm-CommandPalette-item.lm-mod-active", has_text="Run All Cells").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".jp-OutputArea-output").filter(has_text="14").first).to_be_attached(timeout=PATIENCE)
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=PATIENCE)


def focused(page: Page) -> tuple[str, str]:
    """Type and label of the control that has the focus."""
    kind, label = page.evaluate(
        "() => [document.activeElement.type ?? '', document.activeElement.labels?.[0]?.innerText ?? '']"
    )
    return kind, label


def write(page: Page, wanted: str) -> None:
    """Type what the field does not show yet, over whatever stands there."""
    if page.evaluate("() => document.activeElement.value") != wanted:
        page.keyboard.press("Control+A")
        page.keyboard.type(wanted)


def choose(page: Page, wanted: int) -> None:
    """Press an arrow until the list shows option ``wanted``; a list that lost the focus is left as it is."""
    for _ in range(LONGEST_LIST):
        shown = page.evaluate("() => document.activeElement.selectedIndex ?? -1")
        if shown in {wanted, -1}:
            return
        page.keyboard.press("ArrowDown" if shown < wanted else "ArrowUp")


def tick(page: Page) -> None:
    if not page.evaluate("() => document.activeElement.checked"):
        page.keyboard.press("Space")


def fill(page: Page, questions: QuestionSet, answers: Mapping[str, object], lang: str) -> None:
    """Go through the form with Tab and put right what is not right yet, as a person without a mouse would."""
    accounts = [row.account_id for row in data.account_results(data.ledger())]
    chosen = {
        option.label.in_language(lang): option.id in as_list(answers[question.id])
        for question in questions.questions
        if question.kind in {"choice", "choices"}
        for option in question.options
    }
    typed = {
        "Your trainee id": "li.na",
        "您的学员编号": "li.na",
        "Your case code": CODE,
        "您的案例代码": CODE,
    }
    seen = []
    for _ in range(LAST_STEP):
        kind, label = focused(page)
        if label and label == next(iter(seen), None):  # Tab has come round to the first field
            return
        seen += [label] if label else []
        numbers = [int(found) for found in re.findall(r"\d+", label)]
        if label in typed:
            write(page, typed[label])
        elif kind == "text" and numbers:
            write(page, ", ".join(as_list(answers[questions.ids[numbers[0] - 1]])))
        elif kind == "select-one" and len(numbers) > 1:
            account = as_list(answers[questions.ids[numbers[0] - 1]])[numbers[1] - 1]
            choose(page, accounts.index(account) + 1)
        elif kind in {"checkbox", "radio"} and chosen.get(label):
            tick(page)
        page.keyboard.press("Tab")


def all_saved(path: Path, answers: Mapping[str, object]) -> bool:
    deadline = time.monotonic() + 20
    while read(path).answers != answers and time.monotonic() < deadline:
        time.sleep(0.5)
    return read(path).answers == answers


def as_list(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def test_the_case_is_answered_in_jupyterlab_by_keyboard_alone(page: Page, lang: str, tmp_path: Path) -> None:
    questions = load_questions(ROOT / "solutions/u01/questions.toml")
    answers = dict(truth.model_answers("u01", data.ledger(data.seed_of(CODE)), ROOT))
    run_all_cells(page)
    for _ in range(3):  # JupyterLab may take the focus for a moment while it draws: a person sees the gap
        page.locator(".widget-text input").first.focus()
        fill(page, questions, answers, lang)
        if all_saved(tmp_path / "u01" / "answers.json", answers):
            break
    saved = read(tmp_path / "u01" / "answers.json")
    assert (saved.trainee, saved.code, saved.lang) == ("li.na", CODE, lang)
    assert saved.answers == answers
