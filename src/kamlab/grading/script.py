"""From a rebuilt notebook to what the two processes are told: whose each cell is, and what a test reads.

Our own cells are compiled here, once for all submissions; the trainee's stay text.
"""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import CodeType
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from kamlab.grading.free import FREE
from kamlab.grading.rebuild import Notebook

__all__ = ["Script", "defined_names", "recipe_modules", "recipe_parts", "script"]


@dataclass(frozen=True)
class Script:
    """What to run.

    Args:
        prefix: our cells that run before the trainee is let in.
        steps: all other cells, in order.
        own_code: whether any cell holds code that is not ours.
    """

    prefix: tuple[dict[str, Any], ...]
    steps: tuple[dict[str, Any], ...]
    own_code: bool


def script(notebook: Notebook, names: frozenset[str], untouched: frozenset[str]) -> Script:
    """The script of a rebuilt notebook.

    Args:
        notebook: our cells with the trainee's texts in theirs.
        names: what solution cells may define, as the author's own solution does.
        untouched: grade ids of the solution cells that hold only what the release put there.
    """
    cells = [(place, cell) for place, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code"]
    own_code = any(_is_own(cell) and _grade_id(cell) not in untouched for _, cell in cells)
    prefix: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    tested: frozenset[str] = frozenset()  # names that tests so far make
    for step, made, words in (_step(place, cell, names, own_code=own_code) for place, cell in cells):
        # a table for the analyst may come after the tests of the form: it is made before she is let in, so
        # that neither her process nor any test need make it again
        early = (
            step["role"] == "given" and not words & tested and all(each["role"] == "test" for each in steps)
        )
        if all(each["role"] != "own" for each in steps):
            step["reads"] = []  # she has made nothing yet
        (prefix if early else steps).append(step)
        tested |= made if step["role"] == "test" else frozenset()
    return Script(tuple(prefix), tuple(steps), own_code)


def _grade_id(cell: Mapping[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def _is_own(cell: Mapping[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("solution")) or FREE in cell["metadata"]


def _step(
    place: int, cell: Mapping[str, Any], names: frozenset[str], *, own_code: bool
) -> tuple[dict[str, Any], frozenset[str], frozenset[str]]:
    """One cell as it is handed over, the names that it makes, and those that it speaks of."""
    source = cell["source"]
    step = {"cell": place, "role": "own", "source": source, "body": None, "last": None, "reads": []}
    if own_code and _is_own(cell):
        return step, frozenset(), frozenset()
    body, last, made, words = _compiled(source, _grade_id(cell) or f"cell {place}")
    graded = cell["metadata"].get("nbgrader", {}).get("grade")
    ours = {
        "role": "test" if graded else "given",
        "source": "" if graded else source,  # a test is never told to the trainee's process
        "reads": sorted(names & words) if own_code else [],
    }
    return step | ours | {"body": body, "last": last}, made, words


@cache
def _compiled(
    source: str, name: str
) -> tuple[CodeType | None, CodeType | None, frozenset[str], frozenset[str]]:
    """Our cell as two pieces of code, all but its last expression and that; what it makes and speaks of.

    A cell that is no Python becomes one that says so when it runs.
    """
    try:
        tree = ast.parse(TransformerManager().transform_cell(source), name)
    except SyntaxError as error:
        tree = ast.parse(f"raise SyntaxError({str(error)!r})")
    words = frozenset(_spoken(tree))
    made = frozenset(name for statement in tree.body for name in _made(statement))
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";"):
        final = tree.body.pop()
        assert isinstance(final, ast.Expr)  # noqa: S101 - seen above
        last = compile(ast.Expression(final.value), name, "eval")
    body = compile(tree, name, "exec") if tree.body else None
    return body, last, made, words


def _spoken(tree: ast.AST) -> Iterable[str]:
    """The names that code speaks of: as names, or in texts as in ``globals().get("figure")``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value


def defined_names(notebook: Notebook) -> frozenset[str]:
    """The names that the solution cells of an author's notebook make or change at their top level."""
    found: set[str] = set()
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and _is_own(cell):
            found.update(*map(_made, _parsed("".join(cell["source"])).body))
    return frozenset(found)


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(TransformerManager().transform_cell(source))
    except SyntaxError:
        return ast.Module([], [])


def _made(statement: ast.stmt) -> Iterable[str]:
    """Names that a statement binds, or whose objects it changes through an index or attribute."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    names = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store):
            names.add(_base(node))
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
    return names - {""}


def _base(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def recipe_parts(notebook: Notebook) -> tuple[str, ...]:
    """Sources of the cells that are given to every trainee: what a warmed process can try beforehand."""
    return tuple(
        cell["source"]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
        and not _is_own(cell)
        and not cell["metadata"].get("nbgrader", {}).get("grade")
    )


def recipe_modules(notebook: Notebook) -> tuple[str, ...]:
    """Names of the modules that our cells import, tests among them: the only thing of a test that is told."""
    cells = (cell for cell in notebook["cells"] if cell["cell_type"] == "code" and not _is_own(cell))
    return _modules(tuple(cell["source"] for cell in cells))


@lru_cache(maxsize=8)  # the same for every submission
def _modules(sources: tuple[str, ...]) -> tuple[str, ...]:
    nodes = (node for source in sources for node in ast.walk(_parsed(source)))
    return tuple(sorted({name for node in nodes for name in _imported(node)}))


def _imported(node: ast.AST) -> Iterable[str]:
    """Modules that a statement imports; what is taken from a package may be a module of it."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []
