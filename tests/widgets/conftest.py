"""What the tests of widgets share: a marked language, a strict parser, and a browser for the front end."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import pytest
from front import Front
from playwright.sync_api import Browser, sync_playwright

from kamlab.i18n import Translator

CHROMIUM = os.environ.get("KAMLAB_CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"]


class Marked(Translator):
    """A language that puts every translated text between ⟦ and ⟧, so that a forgotten one is seen."""

    def __init__(self) -> None:
        super().__init__("en")

    def __call__(self, message: str, /, **values: object) -> str:
        return "⟦" + super().__call__(message, **values) + "⟧"


@pytest.fixture
def marked() -> Translator:
    return Marked()


@pytest.fixture
def t() -> Translator:
    return Translator("en")


@pytest.fixture
def parse() -> Callable[[str], ET.Element]:
    def strict(html: str) -> ET.Element:
        return ET.fromstring(f"<root>{html}</root>")  # noqa: S314 - markup of our own

    return strict


@pytest.fixture(scope="session")
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as thread:
        yield thread


@pytest.fixture(scope="session")
def chromium(pool: ThreadPoolExecutor) -> Iterator[Browser]:
    playwright = pool.submit(lambda: sync_playwright().start()).result()
    yield pool.submit(lambda: playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)).result()
    pool.submit(playwright.stop).result()


@pytest.fixture
def front(chromium: Browser, pool: ThreadPoolExecutor) -> Iterator[Front]:
    shown = Front(chromium, pool)
    yield shown
    shown.close()
