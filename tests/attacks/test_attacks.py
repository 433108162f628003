"""Every attack gets what it honestly earned, changes nothing, sees nothing, and leaves nothing behind."""

import hashlib
import io
import json
import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

import nbformat
import psutil
import small_course as small
import target
from attack import Attack
from door import Door
from kinds import ATTACKS
from markup import live
from rich.console import Console

import kamlab
from kamlab.grading.case import load_case
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Batch, Settings, grade_batch
from kamlab.grading.ready import READY
from kamlab.grading.roster import Roster
from kamlab.grading.sandbox import Caps
from kamlab.grading.table import as_csv, as_table, remarks
from kamlab.grading.workspace import Workspace
from kamlab.reports.feedback import Feedback

_USERS = 200_000  # where root grades, submissions run as users from this number on
_INSTALLED = Path(kamlab.__path__[0])
_PACKAGES = Path(nbformat.__path__[0]).parent
SHARED = ("/", "/tmp", "/var/tmp", "/dev/shm", "/box", _PACKAGES, _INSTALLED, _INSTALLED / "answers")  # noqa: S108 - looked at, not used
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CANARY = "KAMLAB_CANARY"  # in this process's environment: nobody else's business


def told(notebook: dict[str, object], course: Path, door: Door) -> bytes:
    """``notebook`` as bytes, with what the attacker found out."""
    facts = {"PORT": str(door.port), "COURSE": str(course), "GRADER": str(os.getpid())}
    text = json.dumps(notebook)
    return re.sub(r"\b(PORT|COURSE|GRADER)\b", lambda word: facts[word[0]], text).encode()


def hand_in(attack: Attack, course: Path, submitted: Path, door: Door) -> None:
    """The attack as Mallory's submission, and an honest one after it."""
    cells = {"figure": attack.figure, "total": attack.total, "table": attack.table}
    notebook = target.handed_in(cells)
    if attack.change:
        attack.change(notebook)
    content = attack.notebook if attack.notebook is not None else told(notebook, course, door)
    answers = attack.answers if attack.answers is not None else small.answers(attack.name, pick="second")
    home = small.hand_in(submitted, attack.name, case__ipynb=content, answers__json=answers)
    for name, data in attack.files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(data)
    if attack.place:
        attack.place(home)
    honest = json.dumps(target.handed_in(target.NEXT)).encode()
    small.hand_in(submitted, "next", case__ipynb=honest, answers__json=small.answers("next", pick="second"))


@cache
def the_walls_stand() -> None:
    ForkingExecutor().check()


class Executor(ForkingExecutor):
    """The executor, whose walls are tried once, not before each attack."""

    def check(self, sample: object = None) -> None:  # noqa: ARG002 - as the executor has it
        the_walls_stand()


def grade(course: Path, submitted: Path, seconds: int) -> Batch:
    case, workspace = load_case(course, "u01"), Workspace(course / "build" / "nbgrader")
    settings = Settings(
        case=case,
        submitted=submitted,
        workspace=workspace,
        roster=Roster(),
        secret=small.SECRET,
        executor=Executor(Caps(cell=seconds, submission=4 * seconds, resident=400 * 2**20)),
    )
    return grade_batch(settings, publish=Feedback(case, workspace).publish)


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def everything(course: Path, submitted: Path) -> dict[str, str]:
    """Fingerprints of what no attack may change, the code that marks the next submission among it."""
    return fingerprints(course) | fingerprints(submitted) | fingerprints(_INSTALLED / "answers")


def traces() -> list[Path]:
    """Files that were left in places that processes share, the installed packages among them."""
    return [path for folder in SHARED for path in Path(folder).glob("left_behind*")]


def left_running() -> list[psutil.Process]:
    """Processes of a submission: forks of the warmed process, or whatever has a user that they get.

    The trusted process, which runs no line of any submission, waits for the next one.
    """
    below = psutil.Process().children(recursive=True)
    warm = [each for each in below if _is_warm(each)]
    forks = [fork for each in warm for fork in each.children(recursive=True)]
    trusted = {each.trusted_pid for _, each in READY.waiting}
    users = [each for each in psutil.process_iter(["uids"]) if each.info["uids"].real >= _USERS]
    found = [*(each for each in forks if each not in warm), *(each for each in users if _is_ours(each, warm))]
    return [each for each in found if each.pid not in trusted]


def _is_warm(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        command = process.cmdline()
        return "kamlab.grading.inside.warm" in command and "python" in Path(command[0]).name
    return False


def _is_ours(process: psutil.Process, warm: list[psutil.Process]) -> bool:
    """Whether it is there and does not belong to somebody else who grades on this machine."""
    with suppress(psutil.Error):
        return not any(_is_warm(each) and each not in warm for each in process.parents())
    return False


def test_an_attack_gains_nothing_and_leaves_nothing(
    attack: Attack, course: Path, submitted: Path, door: Door
) -> None:
    hand_in(attack, course, submitted, door)
    os.environ[CANARY] = "canary"
    before = everything(course, submitted)
    knocks = len(door.knocks)

    batch = grade(course, submitted, attack.seconds)

    rows = {row.result.person.id: row for row in batch.rows}
    honest = rows.pop("next")
    [mallory] = rows.values()
    earned = {each.grade_id: each.points for each in mallory.result.scores}
    assert earned == dict.fromkeys(earned, 0.0) | dict(attack.points), attack.tries
    assert mallory.standing.score == sum(attack.points.values())
    assert attack.reason in " ".join(remarks(mallory.result)), remarks(mallory.result)

    assert {each.grade_id: each.points for each in honest.result.scores} == target.RIGHT
    assert not remarks(honest.result)
    assert honest.standing.score == sum(target.RIGHT.values())

    after = everything(course, submitted)
    assert {name: after.get(name) for name in before} == before
    assert traces() == []
    assert left_running() == []
    assert len(door.knocks) == knocks
    assert_unseen(course, mallory.result.person.id)
    assert_plain(batch)


def assert_unseen(course: Path, name: str) -> None:
    """What only the tests or this process know stands nowhere in what came out of Mallory's processes."""
    out = course / "build" / "nbgrader"
    path = out / "autograded" / name / "u01" / "case.ipynb"
    notebook = json.loads(path.read_bytes(), parse_constant=no_json)
    shown = json.dumps(
        [
            cell.get("outputs", [])
            for cell in notebook["cells"]
            if not cell["metadata"].get("nbgrader", {}).get("grade")
        ]
    )
    for secret in (target.HIDDEN, target.GAINED, target.OTHERS_WORK, "canary", small.SECRET):
        assert secret not in shown
    assert live((out / "feedback" / name / "u01" / "feedback.html").read_text("utf-8")) == []
    nbformat.read(path, as_version=4)  # as a trainer's JupyterLab and formgrader do


def no_json(word: str) -> float:
    raise AssertionError(word)  # NaN and Infinity: a browser reads no such file


def assert_plain(batch: Batch) -> None:
    """The trainer's terminal and spreadsheet get nothing that commands them, or turns what they show."""
    terminal = io.StringIO()
    Console(file=terminal, width=200).print(as_table(batch, "u01"))
    for text in (terminal.getvalue(), as_csv(batch)):
        assert not _COMMANDS.search(text), _COMMANDS.findall(text)
        text.encode()


def test_there_are_at_least_sixty_kinds() -> None:
    assert len(ATTACKS) >= 60
    assert len({each.tries for each in ATTACKS.values()}) == len(ATTACKS)
