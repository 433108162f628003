"""Equations as one writes them: ``formula("V = m · r / [1 + i − r] = {value}", value="667 kEUR")``.

A notation of six rules, turned into native MathML:

- a word is a symbol (``V``, ``ΔP``), a number stands as it is, ``"max"`` is plain text, any other sign is an
  operator (``= + − · × ( ) ∑``);
- ``{name}`` takes a text from the keyword ``name``, such as a number with its unit;
- ``[...]`` groups without brackets; round brackets are shown;
- ``a / b`` is a fraction of what stands directly before and after the stroke;
- ``a_b`` and ``a^b`` set lower and higher; below and above a ``∑`` they are its range;
- spaces only separate.
"""

import re
from collections.abc import Iterator, Mapping

from kamlab.widgets.markup import element, frac, ident, literal, math, over, paragraph, row, sub, sup, where

_TOKEN = re.compile(r'\{(?P<value>\w+)\}|"(?P<text>[^"]*)"|(?P<number>\d[\d.,]*)|(?P<name>[^\W\d_]+)|\S')
_KINDS = {"name": ident, "text": literal, "number": literal}
_SUM = "∑"


def formula(notation: str, **values: str) -> str:
    """A displayed equation as MathML.

    Args:
        notation: the equation, as the module describes.
        **values: the texts of its ``{name}`` fields.

    >>> formula("a_1 = {x}", x="2 EUR").split("<mrow>")[1].split("</mrow>")[0]
    '<msub><mi>a</mi><mtext>1</mtext></msub><mo>=</mo><mtext>2 EUR</mtext>'
    """
    return math(*_Reader(notation, values).parts())


def worked(lines: Mapping[str, str], symbols: Mapping[str, str], rule: str = "") -> str:
    """The equation block of an exercise.

    Args:
        lines: formulas by the plain text that stands above each.
        symbols: what each symbol means, with its value; plain text.
        rule: what follows from it, plain text.
    """
    blocks = ((paragraph(words) if words else "") + equation for words, equation in lines.items())
    return "".join(blocks) + where(symbols.items()) + (paragraph(rule) if rule else "")


class _Reader:
    """Reads a notation from left to right; each method takes what it names off the front."""

    def __init__(self, notation: str, values: dict[str, str]) -> None:
        self._left = list(_TOKEN.finditer(notation))[::-1]
        self._values = values

    def _next(self) -> str:
        return self._left[-1][0] if self._left else ""

    def parts(self) -> Iterator[str]:
        """Everything up to the end of the group."""
        while self._left and self._next() != "]":
            yield self._fraction()

    def _fraction(self) -> str:
        top = self._scripted()
        while self._next() == "/":
            self._left.pop()
            top = frac(top, self._scripted())
        return top

    def _scripted(self) -> str:
        if self._next() == _SUM:
            return self._sum()
        base = self._atom()
        while self._next() in {"_", "^"}:
            script = sub if self._left.pop()[0] == "_" else sup
            base = script(base, self._atom())
        return base

    def _sum(self) -> str:
        self._left.pop()
        ends = []
        while self._next() in {"_", "^"}:
            self._left.pop()
            ends.append(self._atom())
        return element("munderover" if len(ends) > 1 else "munder", over(_SUM) + "".join(ends))

    def _atom(self) -> str:
        token = self._left.pop()
        if token["value"]:
            return literal(self._values[token["value"]])
        if token[0] == "[":
            inside = row(*self.parts())
            self._left.pop()
            return inside
        kind = token.lastgroup or ""
        return _KINDS[kind](token[kind]) if kind in _KINDS else over(token[0])
