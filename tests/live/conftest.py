"""One bundle for all tests of live pages; a site and a context of its own for each test."""

from collections.abc import Iterator

import pytest
from page import Site, serve
from playwright.sync_api import Browser, BrowserContext

from kamlab.live import bundle as bundles
from kamlab.live.inputs import project_root

BROWSERS_OWN = "content-autofill."  # Chromium asks its maker about any page with form controls


@pytest.fixture(scope="session")
def bundle() -> bundles.Bundle:
    return bundles.build(project_root() / "build" / "live")


@pytest.fixture
def site(bundle: bundles.Bundle) -> Iterator[Site]:
    with serve(Site(bundle.folder)) as served:
        yield served


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    # loopback goes straight to the site; all else would pass the site too, as a proxy, and be noted
    fresh = browser.new_context(proxy={"server": site.address, "bypass": "127.0.0.1,intranet.test"})
    yield fresh
    fresh.close()
    assert [asked for asked in site.outside if not asked.startswith(BROWSERS_OWN)] == []
