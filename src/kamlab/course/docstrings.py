"""Reads the docstrings of ``kamlab.models``: summary, sections, parameters with symbol and unit, examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Docstring", "Parameter", "read_docstring"]

_SECTION = re.compile(r"(Args|Returns|Raises|Equation|Source):")
_ITEM = re.compile(r"(\w+): (.*)", re.DOTALL)
_SYMBOL = re.compile(r"(?![a-z]{2,},)(\S{1,6}), (.*)", re.DOTALL)
_EXAMPLE = ">>> "
_UNIT = re.compile(
    r"(currency|shares?|numbers?|whole|years?|periods?|time|min|scores?|no unit|units?|pairs|pieces|hours?"
    r"|ratio|variance|any|each|two|three|[-−]?[\d.]+ (?:to|or more))\b"
)


@dataclass(frozen=True)
class Parameter:
    """A parameter of a function or a field of a result.

    Attributes:
        name: as it is written in Python.
        symbol: the textbook's; empty where the docstring gives none.
        meaning: what it is, without its symbol and unit.
        unit: its unit and range; empty where the docstring gives none.
    """

    name: str
    symbol: str
    meaning: str
    unit: str


@dataclass(frozen=True)
class Docstring:
    """What a docstring says.

    Attributes:
        summary: its first paragraph.
        body: the paragraphs after that, up to the first section.
        args: the parameters of a function, or the fields of a class.
        sections: the text of every other section by its name, paragraphs joined.
        examples: the doctest, line by line.
    """

    summary: str
    body: tuple[str, ...]
    args: tuple[Parameter, ...]
    sections: dict[str, str]
    examples: tuple[str, ...]


def read_docstring(text: str) -> Docstring:
    """Take apart the docstring ``text``, as ``inspect.getdoc`` gives it."""
    prose, _, examples = f"\n{text}".partition(f"\n{_EXAMPLE}")
    sections = dict(_sections(prose.strip().splitlines()))
    summary, *body = _paragraphs(sections.pop("", []))
    args = tuple(map(_parameter, _items(sections.pop("Args", []))))
    joined = {name: " ".join(_paragraphs(lines)) for name, lines in sections.items()}
    code = tuple(f"{_EXAMPLE}{examples}".splitlines()) if examples else ()
    return Docstring(summary, tuple(body), args, joined, code)


def _sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each section's name and lines, without their indent; the text before the first has no name."""
    name, held = "", list[str]()
    for line in lines:
        if match := _SECTION.fullmatch(line):
            yield name, held
            name, held = match[1], []
        else:
            held.append(line.removeprefix("    ") if name else line)
    yield name, held


def _paragraphs(lines: list[str]) -> list[str]:
    blocks = re.split(r"\n\s*\n", "\n".join(lines))
    return [" ".join(block.split()) for block in blocks if block.strip()]


def _items(lines: list[str]) -> Iterator[str]:
    """The entries of a list of parameters: each begins at the margin, and its other lines are indented."""
    yield from (" ".join(item.split()) for item in re.split(r"\n(?=\S)", "\n".join(lines)) if item.strip())


def _parameter(item: str) -> Parameter:
    found = _ITEM.fullmatch(item)
    name, text = (found[1], found[2]) if found else ("", item)
    symbol, meaning = match.groups() if (match := _SYMBOL.fullmatch(text)) else ("", text)
    meaning, unit = _without_unit(meaning)
    return Parameter(name, symbol, meaning.rstrip("."), unit)


def _without_unit(text: str) -> tuple[str, str]:
    """``text`` without the first bracket that begins with a unit or a range, and what stands in it."""
    for start, end in _brackets(text):
        if _UNIT.match(text, start + 1):
            before, after = text[:start].rstrip(), text[end + 1 :]
            return before + after, text[start + 1 : end]
    return text, ""


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The places of each outer pair of round brackets."""
    depth = start = 0
    for place, character in enumerate(text):
        if character == "(":
            start = start if depth else place
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if not depth:
                yield start, place
