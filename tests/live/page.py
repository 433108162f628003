"""Pages with live cells, made from Python code as the book's build makes them, and a server for them."""

import ast
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ipywidgets import Widget
from ipywidgets.embed import embed_data

from kamlab import i18n

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' data:; img-src 'self' data:"
)
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm"}

HEAD = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="_live/{hash}/page.css">
<script type="module" src="_live/{hash}/page.js"></script>
</head><body><h1>Page</h1>
"""
CELL = """<div class="cell tag_live docutils container">
<div class="cell_input docutils container"><div class="highlight"><pre><span></span>{code}</pre></div></div>
<div class="cell_output docutils container">
<div class="output text_html"><div class="live-static">still picture</div></div>
<script type="application/vnd.jupyter.widget-view+json">{view}</script>
</div></div>
"""
STATE = '<script type="application/vnd.jupyter.widget-state+json">{state}</script></body></html>'


def make_page(cells: list[str], bundle_hash: str, *, lang: str = "en", run: list[str] | None = None) -> str:
    """Make a page of live cells; ``run`` is the code that drew them where it differs from what they hold."""
    Widget.close_all()
    with i18n.use(lang):
        widgets = [last_value(code) for code in run or cells]
    saved = embed_data(views=widgets, drop_defaults=False)
    parts = [HEAD.format(lang={"zh": "zh-CN"}.get(lang, lang), hash=bundle_hash)]
    for code, view in zip(cells, saved["view_specs"], strict=True):
        parts.append(CELL.format(code=escape(code), view=json.dumps(view)))
    parts.append(STATE.format(state=json.dumps(saved["manager_state"]).replace("</", "<\\/")))
    return "".join(parts)


def last_value(code: str) -> Widget:
    """Run a cell and return the value of its last line."""
    tree = ast.parse(code)
    names: dict[str, object] = {"__name__": "__main__"}
    *body, last = tree.body
    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)  # noqa: S102 - the tests' own code
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307 - the tests' own code


@dataclass
class Site:
    """A served site: pages by name, one bundle, files replaced or held back on purpose, and requests.

    Args:
        bundle: the bundle's folder.
        pages: name → HTML.
        replaced: file of the bundle → what is served instead; ``None`` makes it missing.
        outside: what the browser asked of other origins.
        asked: the paths that it asked of this one.
        gates: file of the bundle → it is served once the event is set.
        address: scheme, host and port.
    """

    bundle: Path
    pages: dict[str, str] = field(default_factory=dict)
    replaced: dict[str, bytes | None] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    gates: dict[str, threading.Event] = field(default_factory=dict)
    address: str = ""

    def find(self, path: str) -> bytes | None:
        """Return what is served at ``path``."""
        name = path.split("?", maxsplit=1)[0].lstrip("/")
        if name in self.pages:
            return self.pages[name].encode()
        inside = name.removeprefix(f"_live/{self.bundle.name}/")
        if inside in self.gates:
            self.gates[inside].wait(60)
        if inside in self.replaced:
            return self.replaced[inside]
        file = self.bundle / inside
        return file.read_bytes() if file.is_file() and inside != name else None


class Handler(BaseHTTPRequestHandler):
    """Serves a ``Site``; as the browser's proxy it also hears of each request that leaves the origin."""

    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self.path.startswith("/"):
            self.do_CONNECT()
            return
        self.site.asked.append(self.path)
        found = self.site.find(self.path)
        self.send_response(200 if found is not None else 404)
        kind = TYPES.get(Path(self.path.split("?")[0]).suffix)
        is_page = self.path.split("?")[0].lstrip("/") in self.site.pages
        self.send_header("Content-Type", "text/html" if is_page else kind or "application/octet-stream")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(found or b"")))
        self.end_headers()
        self.wfile.write(found or b"")

    def do_CONNECT(self) -> None:
        self.site.outside.append(self.path)
        self.send_response(403)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


@contextmanager
def serve(site: Site) -> Iterator[Site]:
    """Serve ``site`` on a free port of loopback inside the block."""
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
