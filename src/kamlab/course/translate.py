"""A case in Chinese: its markdown blocks and full-line comments through ``solutions/locale/zh_CN/<unit>.po``.

Code stays as it is, except the one argument that names the notebook's language. A markdown cell is cut into
blocks at its blank lines, so that one changed paragraph asks for one new translation.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from kamlab.course import catalogues
from kamlab.course.percent import copied
from kamlab.errors import TranslationError

__all__ = ["catalogue_path", "messages", "translated"]

_COMMENT = re.compile(r"(?P<indent>\s*)# (?P<words>\S.*)")
_MARKER = re.compile(r"\s*# (type:|ruff:|noqa)")
_LANGUAGE = ('lang="en"', 'lang="zh"')


def catalogue_path(root: Path, unit: str) -> Path:
    """Where the Chinese of a case stands."""
    return root / "solutions" / "locale" / catalogues.LOCALE / f"{unit}.po"


def messages(notebook: NotebookNode) -> Catalog:
    """Every text of the case that is to be translated, in reading order."""
    catalogue = Catalog(locale=catalogues.LOCALE, project="kamlab", charset="utf-8", fuzzy=False)
    for cell in notebook.cells:
        for text in _texts(cell):
            catalogue.add(text)
    return catalogue


def _texts(cell: NotebookNode) -> Iterator[str]:
    if _is_solution(cell):
        return
    if cell.cell_type == "markdown":
        yield from (block for block in blocks(cell.source) if not catalogues.wordless(block))
    elif cell.cell_type == "code":
        yield from (
            words for line, hidden in lines_of(cell.source) if not hidden and (words := _comment(line))
        )


def _is_solution(cell: NotebookNode) -> bool:
    """Whether the whole cell is an authored solution, which a release replaces: nothing to translate."""
    return cell.cell_type == "markdown" and "### BEGIN SOLUTION" in cell.source


def blocks(source: str) -> list[str]:
    """The paragraphs, headings, lists and tables of a markdown cell."""
    return [block.strip("\n") for block in re.split(r"\n\s*\n", source) if block.strip()]


def lines_of(source: str) -> Iterator[tuple[str, bool]]:
    """Each line of a code cell and whether it is in (or marks) a region that a release takes out."""
    inside = False
    for line in source.splitlines():
        begins, ends = (line.strip().startswith(f"### {word} ") for word in ("BEGIN", "END"))
        inside = inside or begins
        yield line, inside
        inside = inside and not ends


def _comment(line: str) -> str | None:
    match = _COMMENT.fullmatch(line)
    return match["words"] if match and not _MARKER.match(line) else None


def translated(notebook: NotebookNode, catalogue: Catalog, name: str) -> NotebookNode:
    """A copy of ``notebook`` with every text in the language of ``catalogue``.

    Args:
        notebook: the English case.
        catalogue: its translations.
        name: the catalogue's file, for the message.

    Raises:
        TranslationError: texts are untranslated or fuzzy; names the first.
    """
    wanted = messages(notebook)
    gaps = [
        problem for problem in catalogues.problems(catalogue, wanted) if not problem.startswith("no longer")
    ]
    if gaps:
        raise TranslationError(
            "{name} lacks {count} texts of the case; the first: {first}. Translate them there.",
            name=name,
            count=len(gaps),
            first=gaps[0],
        )
    copy = copied(notebook)
    copy.cells = [_cell(cell, lambda text: _lookup(catalogue, text)) for cell in notebook.cells]
    return copy


def _lookup(catalogue: Catalog, text: str) -> str:
    message = catalogue.get(text)
    return str(message.string) if message and message.string else text


def _cell(cell: NotebookNode, say: Callable[[str], str]) -> NotebookNode:
    copy = copied(cell)
    if _is_solution(cell):
        return copy
    if cell.cell_type == "markdown":
        copy.source = "\n\n".join(say(block) for block in blocks(cell.source))
    else:
        copy.source = "\n".join(
            line if hidden else _line(line, say) for line, hidden in lines_of(cell.source)
        )
    return copy


def _line(line: str, say: Callable[[str], str]) -> str:
    words = _comment(line)
    if words is None:
        return line.replace(*_LANGUAGE)
    return line[: len(line) - len(line.lstrip())] + "# " + say(words)
