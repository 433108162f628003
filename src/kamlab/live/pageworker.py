"""The Python half of a live page: runs its cells and answers its widgets, inside the browser's worker.

There is no kernel. The worker's JavaScript calls ``run``, ``message`` and ``leave`` with strings and gets
back JSON: the messages that the call produced and, when it failed, the reason. One worker may serve several
pages (tabs, and both languages); each page has a session of its own, which prefixes its models' ids, so that
the same chapter in two tabs stays apart.

The models that a cell makes take the ids under which the build has already drawn them on the page (same
order, same class): what the reader sees becomes live in place.
"""

import importlib
import json
import random
import traceback
import uuid
import zipfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import comm
from comm.base_comm import BaseComm

from kamlab import i18n
from kamlab.errors import KamlabError
from kamlab.live import standin

__all__ = ["install", "leave", "message", "run", "start", "unpack"]

Message = dict[str, Any]


@dataclass
class Page:
    """One open page.

    Args:
        session: prefix of the ids of this page's models; starts with a letter, ends with ``_``.
        lang: the document's language, a key of ``kamlab.i18n.LANGUAGES``.
    """

    session: str
    lang: str
    names: dict[str, object] = field(default_factory=lambda: {"__name__": "__main__"})
    shown: dict[str, deque[str]] = field(default_factory=dict)
    comms: set[str] = field(default_factory=set)
    outgoing: list[str] = field(default_factory=list)

    def expect(self, shown: list[tuple[str, str]]) -> None:
        """Note the models that the page shows for the next cell: (id, class), in the order of creation."""
        self.shown = {}
        for model_id, kind in shown:
            self.shown.setdefault(kind, deque()).append(model_id)

    def next_id(self, state: Message) -> str:
        """Return the id that the page shows for a model of this class, or a new one."""
        waiting = self.shown.get(kind_of(state))
        return self.session + (waiting.popleft() if waiting else uuid.uuid4().hex)

    def post(self, comm_id: str, kind: str, data: Message) -> None:
        """Queue one message for the page.

        Raises:
            ValueError: the data holds NaN or an infinity, which JSON does not know.
        """
        text = json.dumps({"t": kind, "comm": comm_id, "data": data}, allow_nan=False)
        self.outgoing.append(text.replace(self.session, ""))

    def reply(self, error: Message | None = None) -> str:
        """Return the queued messages and the error as JSON, and forget the messages."""
        sent, self.outgoing = self.outgoing, []
        return f'{{"messages": [{", ".join(sent)}], "error": {json.dumps(error)}}}'


def kind_of(state: Message) -> str:
    """Tell which class a widget's state belongs to: an anywidget's Python class, else the model's name."""
    return str(state.get("_anywidget_id") or state.get("_model_name", ""))


class PageComm(BaseComm):
    """A widget's line to the page that it was made for."""

    def __init__(self, *args: Any, page: Page, **options: Any) -> None:  # noqa: ANN401 - BaseComm's signature
        self.page = page
        super().__init__(*args, **options)

    def publish_msg(
        self,
        msg_type: str,
        data: Message | None = None,
        metadata: Message | None = None,  # noqa: ARG002 - part of the protocol; the page needs none of it
        buffers: list[bytes] | None = None,
        **_keys: object,
    ) -> None:
        """Queue a message of the comm protocol for the page."""
        if buffers:
            raise TypeError(
                "An exercise on a page cannot hold binary data: use text, numbers, lists and dicts."
            )
        track = self.page.comms.discard if msg_type == "comm_close" else self.page.comms.add
        track(self.comm_id)
        self.page.post(self.comm_id, msg_type.removeprefix("comm_"), data or {})

    def handle_msg(self, msg: Message) -> None:
        """Hand the widget a message of the page, without the events of a shell."""
        if self._msg_callback is not None:
            self._msg_callback(msg)


class _Desk:
    """All pages that this worker serves, and the one that is being served."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.serving: Page | None = None

    def create_comm(self, *args: Any, **options: Any) -> PageComm:  # noqa: ANN401 - comm's signature
        """Stand in for ``comm.create_comm``: open a comm to the page that is being served."""
        page = self.serving or Page("none_", i18n.language())
        if "comm_id" not in options:
            options["comm_id"] = page.next_id(options.get("data", {}).get("state", {}))
        return PageComm(*args, page=page, **options)

    @contextmanager
    def serve(self, page: Page) -> Iterator[None]:
        """Do what follows for ``page``, in its language."""
        self.serving = page
        try:
            with i18n.use(page.lang):
                yield
        finally:
            self.serving = None


_desk = _Desk()


def install() -> None:
    """Make widgets open their comms to pages; call before ipywidgets is imported."""
    standin.install()
    comm.create_comm = _desk.create_comm


def start() -> None:
    """Begin a reader's visit: a restored snapshot must not repeat the build's random numbers."""
    random.seed()


def run(session: str, lang: str, code: str, shown: str) -> str:
    """Run one cell of a page.

    Args:
        session: the page's session.
        lang: the document's language.
        code: the cell's Python.
        shown: JSON list of (model id, class): the models the page shows for this cell.

    Returns:
        JSON: ``messages``, and ``error`` (``None`` when the cell ran). A cell that failed leaves no messages
        and no widgets behind.
    """
    page = _desk.pages.setdefault(session, Page(session, lang))
    page.expect(json.loads(shown))
    before = set(page.comms)
    error = _attempt(page, lambda: exec(compile(code, "<cell>", "exec"), page.names))  # noqa: S102 - the book's own code
    if error:
        _close(page.comms - before)
        page.outgoing.clear()
    return page.reply(error)


def message(session: str, comm_id: str, data: str) -> str:
    """Hand a widget what its page sent, and return what it answers.

    Args:
        session: the page's session.
        comm_id: the model's id, as the page knows it.
        data: JSON of the message: ``method`` (``"update"`` or ``"custom"``) and ``state`` or ``content``.

    Returns:
        JSON as from ``run``.
    """
    page = _desk.pages.get(session)
    line = comm.get_comm_manager().get_comm(session + comm_id)
    if page is None or line is None:
        return Page(session, "en").reply(_reason(KeyError(comm_id), "en"))
    content = {"comm_id": session + comm_id, "data": json.loads(data)}
    error = _attempt(page, lambda: line.handle_msg({"content": content, "buffers": []}))
    return page.reply(error)


def leave(session: str) -> None:
    """Forget a page that was closed, and its widgets."""
    page = _desk.pages.pop(session, None)
    if page:
        _close(set(page.comms))


def unpack(archive: str, target: str, part: int, parts: int) -> None:
    """Unpack every ``parts``-th file of an archive, beginning with number ``part``.

    Args:
        archive: path of the zip file.
        target: the folder to unpack into.
        part: 0 to ``parts`` - 1; after the last, newly unpacked modules can be imported.
        parts: in how many steps the archive is unpacked.
    """
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(target, opened.namelist()[part::parts])
    if part == parts - 1:
        importlib.invalidate_caches()


def _attempt(page: Page, action: Any) -> Message | None:  # noqa: ANN401 - any callable; its result is dropped
    try:
        with _desk.serve(page):
            action()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - one cell's failure must not end the other cells
        return _reason(error, page.lang)
    return None


def _reason(error: BaseException, lang: str) -> Message:
    """Describe an error: its kind, its words for the reader (ours only), the traceback for the console."""
    words = error.render(i18n.translator(lang)) if isinstance(error, KamlabError) else ""
    lacks = isinstance(error, ImportError | EOFError | OSError)  # perhaps a file that is still on its way
    return {"kind": type(error).__name__, "words": words, "trace": _trace(error), "lacks": lacks}


def _trace(error: BaseException) -> str:
    try:
        return "".join(traceback.format_exception(error))
    except Exception:  # noqa: BLE001 - it reads sources, which may still be on their way; the error counts
        return repr(error)


def _close(comms: set[str]) -> None:
    from ipywidgets.widgets import widget  # noqa: PLC0415 - imported once the worker is installed

    for comm_id in sorted(comms):
        model = widget._instances.get(comm_id)  # noqa: SLF001 - ipywidgets (pinned) has no public look-up
        if model is not None:
            model.close()
