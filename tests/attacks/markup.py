"""What of a page acts when it is opened or clicked: script, handlers, pages in it, addresses elsewhere."""

from collections.abc import Sequence
from html.parser import HTMLParser

__all__ = ["live"]

_ACT = {
    "script",
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "form",
    "base",
    "link",
    "portal",
    "svg",
    "math",
}
_FETCHED = {"src", "srcset", "data", "poster", "background", "action", "formaction", "style", "srcdoc"}
_SCHEMES = ("javascript:", "vbscript:", "data:text", "data:image/svg", "data:application", "file:")


def live(page: str) -> list[str]:
    """Everything on ``page`` that is not dead text or a link to a place in it or in the web."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _ACT or (tag == "meta" and any(value == "refresh" for _, value in attrs)):
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}={value!r}>" for name, value in attrs if _acts(name, value or "")]


def _acts(name: str, value: str) -> bool:
    """Whether an attribute runs something or has the browser ask another machine."""
    plain = "".join(value.split()).lower().lstrip("\0\1\2\3\4\5\6\7\b")
    outside = name in _FETCHED and ("//" in plain or "url(" in plain)
    return name.startswith("on") or plain.startswith(_SCHEMES) or outside
