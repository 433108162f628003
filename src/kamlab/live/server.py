"""Serves the built site on the loopback address, as a good web server would."""

import errno
import re
import socket
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from kamlab.errors import SiteError

HOST = "127.0.0.1"
#: The encodings of files beside the original, best first.
ENCODINGS = {"br": ".br", "gzip": ".gz"}
_REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
_VERSIONED = re.compile(r"^/_live/[0-9a-f]{6,}/")


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files with right types, packed copies where there are some, lasting caching where it is safe."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the packed copy of a file where there is one that the browser takes."""
        path = Path(self.translate_path(self.path))
        encoding = chosen_encoding(path, self.headers.get("Accept-Encoding", ""))
        if encoding and not path.is_dir():
            return self._send_packed(path, encoding)
        return super().send_head()

    def _send_packed(self, path: Path, encoding: str) -> BinaryIO:
        stream = path.with_name(path.name + ENCODINGS[encoding]).open("rb")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(Path(stream.name).stat().st_size))
        self.end_headers()
        return stream

    def end_headers(self) -> None:
        """Add what holds for every answer."""
        self.send_header("Cache-Control", caching(urlsplit(self.path).path))
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Answer 404 where a folder has no index page."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own page."""
        own = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not own.exists():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet: the terminal shows the addresses."""


def chosen_encoding(path: Path, accepted: str) -> str:
    """The encoding of the packed copy beside ``path`` that the header ``accepted`` allows; empty for none."""
    allowed = {
        part.split(";")[0].strip()
        for part in accepted.split(",")
        if not re.search(r";\s*q=0(\.0*)?\s*$", part)
    }
    for encoding, suffix in ENCODINGS.items():
        if encoding in allowed and path.with_name(path.name + suffix).is_file():
            return encoding
    return ""


def caching(url_path: str) -> str:
    """What a browser may keep of ``url_path``: a versioned file for ever, a page only after asking again.

    >>> caching("/_live/0a1b2c3d/page.js"), caching("/en/u01.html")
    ('public, max-age=31536000, immutable', 'no-cache')
    """
    return "public, max-age=31536000, immutable" if _VERSIONED.match(url_path) else "no-cache"


class SiteServer(ThreadingHTTPServer):
    """A server for whom a reader who leaves in the middle of a page is no event."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that the browser has closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of ``site`` on the loopback address, bound but not yet serving.

    Args:
        site: the built site.
        port: the port; 0 picks a free one.

    Raises:
        SiteError: there is no site, or the port is taken.
    """
    if not (site / "index.html").exists():
        raise SiteError("There is no built site in {folder}: run 'kamlab site' first.", folder=site)
    try:
        return SiteServer((HOST, port), partial(SiteHandler, directory=str(site)))
    except OSError as error:
        raise _bind_error(error, port) from error


def free_port(port: int) -> int:
    """``port`` if it is free, or a free one for 0.

    Raises:
        SiteError: the port is taken.
    """
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise _bind_error(error, port) from error
        return int(probe.getsockname()[1])


def _bind_error(error: OSError, port: int) -> SiteError:
    if error.errno == errno.EADDRINUSE:
        return SiteError(
            "Port {port} is in use: end the other program, or choose another port (0 picks a free one).",
            port=port,
        )
    return SiteError(
        "Port {port} cannot be used ({reason}): choose one above 1023.", port=port, reason=error.strerror
    )
