"""The front end in a real browser: the shell's script with a small stand-in for the widget model.

Playwright allows one synchronous session a thread, and other tests hold one: everything here runs in a thread
of its own.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, Page, Route

from kamlab.widgets.shell import Exercise

T = TypeVar("T")
ADDRESS = "http://exercise.test/"
PAGE = '<!doctype html><html lang="en"><head><title>x</title><style>{css}</style></head><body></body></html>'
MOUNT = """async ({script, state}) => {
  const listeners = [];
  const notify = () => listeners.forEach((listener) => listener());
  window.sent = [];
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    on: (_event, listener) => listeners.push(listener),
    off: (_event, listener) => listeners.splice(listeners.indexOf(listener), 1),
    save_changes: async () => {
      window.sent.push(state.values);
      if (window.silent) return;
      state.view = await window.answer(state.values);
      notify();
    },
  };
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const module = await import(url);
  document.body.replaceChildren(document.createElement("div"));
  window.end = module.default.render({ model, el: document.body.firstChild });
  window.listeners = listeners;
}"""


class Front:
    """One exercise on one page; Python answers as it does in a kernel.

    Args:
        browser: from the thread of ``pool``.
        pool: that thread.
    """

    def __init__(self, browser: Browser, pool: ThreadPoolExecutor) -> None:
        self._browser, self._pool = browser, pool
        self.exercise: Exercise | None = None
        self._context: BrowserContext | None = None
        self._page: Page | None = None

    def do(self, action: Callable[[Page], T]) -> T:
        """Run ``action`` on the page."""
        return self._pool.submit(lambda: action(self._opened())).result()

    def mount(self, exercise: Exercise, before: str = "") -> None:
        """Show ``exercise`` on a fresh page of the same profile, after running the script ``before``."""
        self.exercise = exercise
        state = {name: getattr(exercise, name) for name in ("spec", "values", "view", "lang", "exercise_id")}
        state["version"] = exercise.version

        def show(page: Page) -> None:
            page.goto(ADDRESS)
            if before:
                page.evaluate(before)
            page.evaluate(MOUNT, {"script": Exercise._esm, "state": state})

        self.do(show)

    def js(self, expression: str) -> object:
        """The value of a JavaScript expression on the page."""
        return self.do(lambda page: page.evaluate(expression))

    def text(self, selector: str) -> str:
        """The text of the first element that matches."""
        return self.do(lambda page: page.locator(selector).first.text_content() or "")

    def until(self, condition: str) -> None:
        """Wait until a JavaScript condition holds."""
        self.do(lambda page: page.wait_for_function(condition))

    def click(self, name: str) -> None:
        """Press the button called ``name``."""
        self.do(lambda page: page.get_by_role("button", name=name).click())

    def press(self, label: str, key: str) -> None:
        """Press ``key`` in the control labelled ``label``."""
        self.do(lambda page: page.get_by_label(label, exact=True).press(key))

    def close(self) -> None:
        """Forget the page and its storage."""
        if self._context:
            self._pool.submit(self._context.close).result()

    def _opened(self) -> Page:
        if self._page is None:
            self._context = self._browser.new_context()
            self._page = self._context.new_page()
            self._page.route(ADDRESS, _serve)
            self._page.expose_function("answer", self._answer)
        return self._page

    def _answer(self, values: dict[str, object]) -> dict[str, object]:
        self.exercise.values = values
        return self.exercise.view


def _serve(route: Route) -> None:
    route.fulfill(body=PAGE.format(css=Exercise._css), content_type="text/html")
