"""Points from an executed notebook, failing closed.

nbgrader gives full points to a test cell that printed ``'oops'``, ``nan`` or ``-1``, and none to a right
answer that warned. Here a test cell earns points only by ending in one finite number between 0 and its
maximum; anything else is zero with a named reason, and writing to stderr costs nothing. Where the cell also
shows a mark (``application/vnd.kamlab.mark+json``), number and mark must agree.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from kamlab.answers.marks import MIME
from kamlab.grading.rebuild import Notebook, cell_roles
from kamlab.grading.remarks import Remark
from kamlab.i18n import N_

__all__ = ["CellScore", "score", "zero"]

_OUTCOMES = {"right", "near", "wrong", "blank", "refused"}
_AGREE = 0.005  # points; a mark and its text are both rounded to hundredths


@dataclass(frozen=True, slots=True)  # a large cohort has a hundred thousand of them
class CellScore:
    """What one graded cell earned.

    Args:
        grade_id: the cell.
        points: earned, 0 to ``of``; None where a person decides.
        of: points that it can earn.
        outcome: ``right``, ``near``, ``wrong``, ``blank``, ``refused``, ``unread`` (waits for the trainer) or
            ``failed`` (no valid result).
        reason: why the result was not valid, if it was not.
        given: what the trainee answered, as JSON data.
        expected: what was asked for, as JSON data.
        unit: the unit of both.
        why: for ``refused``: which kind of refusal, a key of the feedback texts.
    """

    grade_id: str
    points: float | None
    of: float
    outcome: str
    reason: Remark | None = None
    given: object = None
    expected: object = None
    unit: str = ""
    why: str = ""

    def to_json(self) -> dict[str, object]:
        """This score as JSON data."""
        facts = {each.name: getattr(self, each.name) for each in fields(self)}
        return {**facts, "reason": self.reason.to_json() if self.reason else None}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "CellScore":
        """Read back what ``to_json`` wrote."""
        reason = Remark.from_json(data["reason"]) if data["reason"] else None
        return cls(**{**data, "reason": reason})


def score(template: Notebook, executed: Notebook, untouched: frozenset[str]) -> tuple[CellScore, ...]:
    """The points of every graded cell of ``template``.

    Args:
        template: our own notebook: which cells are graded, and for how much, is read only here.
        executed: the same notebook with outputs.
        untouched: cells that the trainee left as they were released.
    """
    cells = {
        name: cell
        for cell in executed.get("cells", [])
        if (name := cell.get("metadata", {}).get("nbgrader", {}).get("grade_id"))
    }
    graded = [(name, role) for name, role in cell_roles(template).items() if role.get("grade")]
    return tuple(_cell_score(name, role, cells.get(name), name in untouched) for name, role in graded)


def zero(template: Notebook, reason: Remark) -> tuple[CellScore, ...]:
    """No points in any graded cell, all for one reason."""
    return tuple(
        CellScore(name, 0.0, float(role["points"]), "failed", reason)
        for name, role in cell_roles(template).items()
        if role.get("grade")
    )


def _cell_score(name: str, role: Mapping[str, Any], cell: Notebook | None, untouched: bool) -> CellScore:  # noqa: FBT001 - a fact about the cell, not a mode
    of = float(role["points"])
    if role.get("solution"):
        return CellScore(name, 0.0 if untouched else None, of, "blank" if untouched else "unread")
    result = _result(cell["outputs"] if cell else [])
    if isinstance(result, Remark):
        return CellScore(name, 0.0, of, "failed", result)
    points = _number(result.get("text/plain"), of)
    if isinstance(points, Remark):
        return CellScore(name, 0.0, of, "failed", points)
    return _with_mark(CellScore(name, points, of, _outcome(points, of)), result.get(MIME))


def _outcome(points: float, of: float) -> str:
    if points >= of:
        return "right"
    return "near" if points > 0 else "wrong"


def _result(outputs: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | Remark:
    """The one result of a test cell, or why there is none."""
    for output in outputs:
        if output["output_type"] == "error":
            return Remark(
                N_("The check stopped with {error}."), {"error": str(output.get("ename", "?"))[:80]}
            )
    results = [output for output in outputs if output["output_type"] == "execute_result"]
    if len(results) != 1:
        return Remark(N_("The check gave {count} results instead of one."), {"count": len(results)})
    data = results[0].get("data")
    return data if isinstance(data, Mapping) else Remark(N_("The check gave no result that can be read."))


def _number(text: object, of: float) -> float | Remark:
    if isinstance(text, list):
        text = "".join(map(str, text))
    try:
        points = float(text) if isinstance(text, str) else math.nan
    except ValueError:
        points = math.nan
    if not 0 <= points <= of:
        shown = str(text)[:40]
        return Remark(
            N_("The check gave '{result}', which is not a number of points from 0 to {of}."),
            {"result": shown, "of": of},
        )
    return points


def _with_mark(plain: CellScore, mark: object) -> CellScore:
    """Add what the mark says; a mark that contradicts the number or the cell costs the points."""
    if mark is None:
        return plain
    if not isinstance(mark, Mapping) or not _agrees(plain, mark):
        reason = Remark(N_("The check's mark and its number of points do not agree."))
        return CellScore(plain.grade_id, 0.0, plain.of, "failed", reason)
    return CellScore(
        plain.grade_id,
        plain.points,
        plain.of,
        str(mark["outcome"]),
        given=mark.get("given"),
        expected=mark.get("expected"),
        unit=str(mark.get("unit", "")),
        why=str(mark.get("reason", "")),
    )


def _agrees(plain: CellScore, mark: Mapping[str, Any]) -> bool:
    points, of = mark.get("points"), mark.get("of")
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (points, of))
    return (
        numbers
        and mark.get("grade_id") == plain.grade_id
        and mark.get("outcome") in _OUTCOMES
        and abs(float(points) - (plain.points or 0.0)) <= _AGREE  # type: ignore[arg-type]  # checked above
        and math.isclose(float(of), plain.of)  # type: ignore[arg-type]  # checked above
    )
