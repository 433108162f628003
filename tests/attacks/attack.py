"""What an attack is: one submission that tries to gain, see or break something, and what must come of it.

Each file in ``kinds`` holds one ``ATTACK``. The case that it attacks is in ``target``. The words ``PORT``,
``COURSE`` and ``GRADER`` in a notebook become the number of the door, the course's folder (what was handed in
is in ``COURSE/../submitted``) and the number of the grading process, as if the attacker had found them out.
What an attack leaves anywhere has a name that begins with ``left_behind``; one that succeeds at something
that nothing else would show prints ``the-attack-succeeded``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["Attack", "Notebook"]

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Attack:
    """One submission.

    Args:
        tries: what it tries, in a few words.
        figure: the text of the cell that must define ``figure`` (right: 12; a test reads it; 3 points).
        total: the text of the cell that must define ``total`` (a function that tests call; 4 points).
        table: the text of the cell that must define ``table`` (a Series that a test compares; 3 points).
        change: changes the whole notebook, as JSON data, before it is handed in.
        notebook: bytes that are handed in instead of a notebook.
        answers: bytes that are handed in instead of the right answers file, which earns 2 points.
        files: other files that are handed in, by name.
        place: changes the folder that is handed in, given its path: links, devices, archives.
        points: grade id to the points that it must get; what is not named must get none.
        reason: words that must stand in what the trainer reads; empty where there is nothing to say.
        seconds: how long a cell may take before it is stopped.
        name: the name of her folder, as a learning platform wrote it.
    """

    tries: str
    figure: str = "figure = None"
    total: str = "def total(values):\n    return 0"
    table: str = "table = None"
    change: Callable[[Notebook], object] | None = None
    notebook: bytes | None = None
    answers: bytes | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    place: Callable[[Path], object] | None = None
    points: Mapping[str, float] = field(default_factory=dict)
    reason: str = ""
    seconds: int = 3
    name: str = "mallory"
