"""Which nbgrader cells a case may hold. nbgrader's own check lets combinations through that it cannot grade.

======================  =====  ========  ======  =========
role                    grade  solution  locked  cell
======================  =====  ========  ======  =========
given (read-only)       no     no        yes     any
solution                no     yes       no      code
test                    yes    no        yes     code
essay, manually graded  yes    yes       no      markdown
======================  =====  ========  ======  =========
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from nbformat import NotebookNode

from kamlab.errors import CourseError

__all__ = ["Role", "check_cells", "points_of", "role_of"]

Role = Literal["plain", "given", "solution", "test", "essay"]
_ROLES: dict[tuple[bool, bool, bool], tuple[Role, tuple[str, ...]]] = {
    # (grade, solution, locked) -> role, cell types
    (False, False, True): ("given", ("code", "markdown")),
    (False, True, False): ("solution", ("code",)),
    (True, False, True): ("test", ("code",)),
    (True, True, False): ("essay", ("markdown",)),
}
_BEGIN_SOLUTION, _END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
_BEGIN_HIDDEN, _END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def role_of(cell: NotebookNode) -> Role:
    """The role of a cell.

    Raises:
        CourseError: its nbgrader metadata is none of the named combinations.
    """
    meta = cell.metadata.get("nbgrader")
    if meta is None:
        return "plain"
    flags = tuple(meta.get(key) for key in ("grade", "solution", "locked"))
    role, types = _ROLES.get(flags, (None, ())) if all(isinstance(one, bool) for one in flags) else (None, ())
    if role is None or cell.cell_type not in types or meta.get("task", False):
        raise CourseError(
            "Cell '{cell}' ({kind}) has the nbgrader role {flags}: use given, solution, test or essay as "
            "kamlab.course.roles lists them.",
            cell=meta.get("grade_id", cell.get("id")),
            kind=cell.cell_type,
            flags={key: meta.get(key) for key in ("grade", "solution", "locked", "task")},
        )
    return role


def check_cells(notebook: NotebookNode) -> None:
    """Refuse a source whose roles, grade ids, points or markers are not as they must be.

    Raises:
        CourseError: names the cell and the fix.
    """
    seen: set[str] = set()
    for cell in notebook.cells:
        role = role_of(cell)
        if role != "plain":
            _check_id(cell, seen)
        _check_points(cell, role)
        _check_markers(cell, role)


def _check_id(cell: NotebookNode, seen: set[str]) -> None:
    grade_id = cell.metadata["nbgrader"].get("grade_id")
    if not isinstance(grade_id, str) or not grade_id or grade_id in seen:
        raise CourseError("The grade id '{id}' is missing or used twice: give each its own.", id=grade_id)
    seen.add(grade_id)


def _check_points(cell: NotebookNode, role: Role) -> None:
    if role in ("test", "essay") and not _is_positive(cell.metadata["nbgrader"].get("points")):
        raise CourseError("Cell '{cell}' is graded: give it points above 0.", cell=_name(cell))


def _is_positive(points: object) -> bool:
    return isinstance(points, int | float) and not isinstance(points, bool) and points > 0


def _check_markers(cell: NotebookNode, role: Role) -> None:
    lines = [line.strip() for line in cell.source.splitlines()]
    _check_region(cell, lines, (_BEGIN_SOLUTION, _END_SOLUTION), wanted=role in ("solution", "essay"))
    _check_region(cell, lines, (_BEGIN_HIDDEN, _END_HIDDEN), wanted=role == "test")


def _check_region(cell: NotebookNode, lines: list[str], marks: tuple[str, str], *, wanted: bool) -> None:
    """A cell that wants a region has exactly one, begun and ended; another cell has none."""
    found = [line for line in lines if line in marks]
    stray = [line for line in lines if line not in marks and any(_bare(mark) in line for mark in marks)]
    if stray or found != (list(marks) if wanted else []):
        raise CourseError(
            "Cell '{cell}' must hold {count} region between the lines '{begin}' and '{end}'.",
            cell=_name(cell),
            count="one" if wanted else "no",
            begin=marks[0],
            end=marks[1],
        )


def _bare(mark: str) -> str:
    return mark.removeprefix("### ")


def _name(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", cell.get("id")))


def points_of(notebook: NotebookNode) -> Mapping[str, float]:
    """Grade id → points of every graded cell."""
    graded: Iterable[NotebookNode] = (cell for cell in notebook.cells if role_of(cell) in ("test", "essay"))
    return {
        cell.metadata["nbgrader"]["grade_id"]: float(cell.metadata["nbgrader"]["points"]) for cell in graded
    }
