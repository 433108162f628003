"""Small pieces of HTML and MathML, every text escaped.

A function takes plain text and returns markup, except where a parameter says that it is markup already. The
equations are native MathML: a page needs no script and no font for them.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import chain, repeat

__all__ = [
    "cards",
    "element",
    "escape",
    "figure",
    "frac",
    "ident",
    "items",
    "keys",
    "literal",
    "math",
    "over",
    "paragraph",
    "row",
    "sub",
    "sup",
    "table",
    "total",
    "where",
]


def element(tag: str, content: str, **attributes: str) -> str:
    """``<tag>content</tag>``: markup in ``content``, plain text in the attributes (``class_`` is class)."""
    written = "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{written}>{content}</{tag}>"


def paragraph(text: str, **attributes: str) -> str:
    """A paragraph of plain text."""
    return element("p", escape(text), **attributes)


def items(entries: Iterable[str], **attributes: str) -> str:
    """A list; each entry is markup."""
    return element("ul", "".join(element("li", entry) for entry in entries), **attributes)


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A data table of plain texts: the first column names the row.

    Args:
        caption: what the table shows.
        head: column names, with their units.
        rows: one text a column.
        words: the number of leading columns that hold words; the others are aligned as numbers.
    """
    kinds = ["", *repeat("kl-word", words - 1), *repeat("kl-number", len(head) - words)]
    top = "".join(
        element("th", escape(name), scope="col", class_=kind) for name, kind in zip(head, kinds, strict=True)
    )
    body = "".join(_table_row(cells, kinds) for cells in rows)
    inside = (
        element("caption", escape(caption)) + element("thead", element("tr", top)) + element("tbody", body)
    )
    named = {"tabindex": "0", "role": "group", "aria-label": caption}
    return element("div", element("table", inside), class_="kl-table", **named)


def _table_row(cells: Sequence[str], kinds: Sequence[str]) -> str:
    name = element("th", escape(cells[0]), scope="row")
    rest = (element("td", escape(cell), class_=kind) for cell, kind in zip(cells[1:], kinds[1:], strict=True))
    return element("tr", "".join(chain((name,), rest)))


def cards(entries: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Side-by-side cards: a title and (name, value) lines each, all plain text."""
    return element("div", "".join(_card(title, lines) for title, lines in entries), class_="kl-cards")


def _card(title: str, lines: Sequence[tuple[str, str]]) -> str:
    body = "".join(
        element("div", element("dt", escape(name)) + element("dd", escape(value))) for name, value in lines
    )
    return element("section", element("h4", escape(title)) + element("dl", body), class_="kl-card")


def keys(entries: Iterable[tuple[str, str]]) -> str:
    """The legend of a drawing: (mark, name) pairs, plain text."""
    return items((element("b", escape(mark)) + escape(name) for mark, name in entries), class_="kl-keys")


def figure(caption: str, drawing: str) -> str:
    """A drawing (markup) below its caption (plain text)."""
    return element("figure", element("figcaption", escape(caption)) + drawing)


def math(*parts: str) -> str:
    """A displayed equation of MathML ``parts``; a wide one scrolls on its own."""
    content = element("math", element("mrow", "".join(parts)), display="block")
    return element("div", content, class_="kl-math", tabindex="0", role="group")


def ident(name: str) -> str:
    """A variable; a name of several letters stands upright."""
    return element("mi", escape(name))


def literal(value: str) -> str:
    """A number or a short text with its unit."""
    return element("mtext", escape(value))


def over(operator: str) -> str:
    """An operator such as ``=``, ``+`` or ``×``."""
    return element("mo", escape(operator))


def row(*parts: str) -> str:
    """MathML parts in a row, as one part."""
    return element("mrow", "".join(parts))


def frac(top: str, bottom: str) -> str:
    """A fraction of two MathML parts."""
    return element("mfrac", top + bottom)


def sub(base: str, index: str) -> str:
    """``base`` with ``index`` below."""
    return element("msub", base + index)


def sup(base: str, exponent: str) -> str:
    """``base`` with ``exponent`` above."""
    return element("msup", base + exponent)


def total(index: str, first: str, last: str) -> str:
    """The sum sign with its range; over all of ``index`` where there is none."""
    below = row(ident(index), over("="), literal(first)) if first else ident(index)
    return (
        element("munderover", over("∑") + below + literal(last))
        if last
        else element("munder", over("∑") + below)
    )


def where(entries: Iterable[tuple[str, str]]) -> str:
    """The legend of an equation: (symbol, meaning with its value), plain text."""
    lines = "".join(
        element("div", element("dt", escape(symbol)) + element("dd", escape(meaning)))
        for symbol, meaning in entries
    )
    return element("dl", lines, class_="kl-where")
