"""The real site, built once, and a browser that notes every request that leaves it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Request

from kamlab.live import book
from kamlab.live.server import make_server

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site() -> Path:
    """The site of this checkout, up to date."""
    book.build(ROOT, ROOT / "site", lambda _name, _done: None)
    return ROOT / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with make_server(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh browser profile in which nothing but the site answers; a request elsewhere fails the test."""
    fresh = browser.new_context(locale="en-GB")
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:", "file:")):
            foreign.append(request.url)

    fresh.on("request", note)
    yield fresh
    fresh.close()
    assert foreign == []
