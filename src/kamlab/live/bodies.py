"""Mends the HTML that Sphinx and its theme write, where readers with other senses would stumble.

Pure functions from HTML to HTML; each replaces what these pinned versions are known to write. The browser
tests show that nothing is left.
"""

import re
from collections.abc import Mapping

_HEADING_LINK = re.compile(r'<a class="headerlink" href="([^"]+)" title="[^"]*">')
_TAG = re.compile(r"(<[^>]+>)")
_HAN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\u3000-\u303f\uff00-\uffef·]*")
_NO_SPANS = {"script", "style", "svg", "option", "textarea"}
_CELLS = (
    ('<th class="head">', '<th class="head" scope="col">'),
    ('<th class="stub">', '<th class="stub" scope="row">'),
    ('<th class="head stub">', '<th class="head stub" scope="col">'),
)


def mended(body: str, words: Mapping[str, str]) -> str:
    """``body`` of one page with every known defect mended.

    Args:
        body: the article's HTML.
        words: the frame's words in the page's language; ``anchor`` and ``table`` are used.
    """
    for mend in (_name_heading_links, _let_tables_scroll):
        body = mend(body, words)
    return _let_code_scroll(_say_what_cells_head(_untitled_roles(body)))


def with_chinese_marked(body: str) -> str:
    """``body`` of an English page with its Chinese words marked as Chinese, for voices and typefaces.

    >>> with_chinese_marked('<p title="大">大客户, key <svg><text>大</text></svg></p>')
    '<p title="大"><span lang="zh-CN">大客户</span>, key <svg><text>大</text></svg></p>'
    """
    inside: list[str] = []
    return "".join(_piece(piece, inside) for piece in _TAG.split(body))


def _piece(piece: str, inside: list[str]) -> str:
    """One tag, or the text between two; ``inside`` holds the elements around it where no span may stand."""
    if not piece.startswith("<"):
        return piece if inside else _HAN.sub(r'<span lang="zh-CN">\g<0></span>', piece)
    name = piece.strip("</>").split()[0].lower()
    if name in _NO_SPANS and not piece.endswith("/>"):
        inside.pop() if piece.startswith("</") else inside.append(name)
    return piece


def _name_heading_links(body: str, words: Mapping[str, str]) -> str:
    """A link that reads '#' is given a name."""
    return _HEADING_LINK.sub(rf'<a class="headerlink" href="\1" aria-label="{words["anchor"]}">', body)


def _let_tables_scroll(body: str, words: Mapping[str, str]) -> str:
    """A table that is wider than the screen can be scrolled by keyboard."""
    opening = f'<div class="table-scroll" role="group" tabindex="0" aria-label="{words["table"]}">'
    return body.replace('<div class="pst-scrollable-table-container">', opening)


def _let_code_scroll(body: str) -> str:
    return body.replace('<div class="highlight"><pre>', '<div class="highlight"><pre tabindex="0">')


def _say_what_cells_head(body: str) -> str:
    for bare, scoped in _CELLS:
        body = body.replace(bare, scoped)
    return body


def _untitled_roles(body: str) -> str:
    """Roles that browsers no longer know, or that promise children which are not there, go."""
    return body.replace(' role="doc-biblioentry"', ' role="listitem"')
