"""What grading found out about one submission, kept as one JSON file per trainee.

The file is written whole or not at all, so that a batch can be stopped at any moment; its key is a digest of
the submission, the case and kamlab, so that a second run knows what has not changed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from kamlab.grading.remarks import Remark
from kamlab.grading.roster import Person
from kamlab.grading.score import CellScore
from kamlab.grading.submission import Submission

__all__ = ["Result", "Store", "key_of", "stored"]


@dataclass(frozen=True)
class Result:
    """One graded submission.

    Args:
        person: whose it is.
        key: digest of everything it depends on.
        source: where it came from.
        submitted: when, in UTC, if known.
        scores: the points of each graded cell.
        lang: the language for feedback.
        answers: answers by question id, as JSON data.
        texts: grade id to the trainee's text.
        untouched: cells left as released.
        fault: why it could not be graded, if it could not.
        error: why it did not run to its end, if it did not.
        remarks: what else a trainer should know.
        passing: whether a second try may go better, so that this result is not to be remembered.
        run: digest of everything that was run; empty when nothing was.
        ran: what the run had to say.
        kept: digest of the executed notebook as it was kept: another one says nothing about this run.
    """

    person: Person
    key: str
    source: str
    submitted: datetime | None
    scores: tuple[CellScore, ...]
    lang: str = "en"
    answers: Mapping[str, object] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    untouched: frozenset[str] = frozenset()
    fault: Remark | None = None
    error: Remark | None = None
    remarks: tuple[Remark, ...] = ()
    passing: bool = False
    run: str = ""
    ran: tuple[Remark, ...] = ()
    kept: str = ""

    @property
    def needs_look(self) -> bool:
        """Whether a person should see to it: it failed, stopped early, or a check gave no valid result."""
        return bool(self.fault or self.error) or any(each.outcome == "failed" for each in self.scores)

    def to_json(self) -> dict[str, object]:
        """This result as JSON data."""
        return {
            **{name: getattr(self, name) for name in ("key", "source", "lang", "run", "kept")},
            "person": asdict(self.person),
            "submitted": self.submitted.isoformat() if self.submitted else None,
            "scores": [each.to_json() for each in self.scores],
            "answers": dict(self.answers),
            "texts": dict(self.texts),
            "untouched": sorted(self.untouched),
            "fault": self.fault.to_json() if self.fault else None,
            "error": self.error.to_json() if self.error else None,
            "remarks": [each.to_json() for each in self.remarks],
            "ran": [each.to_json() for each in self.ran],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Result":
        """Read back what ``to_json`` wrote."""
        changed = {
            "person": Person(**data["person"]),
            "submitted": datetime.fromisoformat(data["submitted"]) if data["submitted"] else None,
            "scores": tuple(map(CellScore.from_json, data["scores"])),
            "untouched": frozenset(data["untouched"]),
            "fault": Remark.from_json(data["fault"]) if data["fault"] else None,
            "error": Remark.from_json(data["error"]) if data["error"] else None,
            "remarks": tuple(map(Remark.from_json, data["remarks"])),
            "ran": tuple(map(Remark.from_json, data["ran"])),
        }
        return cls(**{**data, **changed})


def key_of(submission: Submission, *context: str) -> str:
    """A digest of ``submission`` and of what else its grade depends on."""
    whole = hashlib.sha256()
    facts = (submission.person, submission.source, submission.submitted, submission.fault, submission.remarks)
    parts = [submission.notebook or b"-", submission.answers or b"-", repr(facts).encode()]
    for part in [*parts, *(text.encode() for text in context)]:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


@dataclass(frozen=True)
class Store:
    """Results on the disk, one JSON file per trainee.

    Args:
        folder: where they lie.
    """

    folder: Path

    def load(self, person: Person) -> Result | None:
        """The stored result of ``person``; what it was made from, its key says."""
        try:
            return Result.from_json(json.loads((self.folder / f"{person.id}.json").read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # absent, or written by another version: grade again


def stored(result: Result, unit: str) -> dict[str, bytes]:
    """``result`` as the file in which a ``Store`` finds it, below nbgrader's folder."""
    content = json.dumps(result.to_json(), ensure_ascii=False)
    return {f"results/{unit}/{result.person.id}.json": content.encode("utf-8", "replace")}
