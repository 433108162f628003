"""The sides of the grading benchmark: where each works, what it ran, and what its gradebook says."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import grading_stock
from grading_runs import SCRIPTS, Command, Cost, measured
from grading_scores import Scores, differences, expected, in_gradebook

ROOT = Path(__file__).resolve().parent.parent
UNIT = "u01"
COMMAND, API, PAGES = "nbgrader autograde", "nbgrader API", "nbgrader generate_feedback"
START = "{side}, nothing to do"
ALONE = 1  # the size of a cohort that shows what a run costs before its second submission
_SHOWN = 10  # rows of a failure


def kamlab(cores: int) -> str:
    """The name of our side."""
    return f"kamlab, {cores} core{'s' * (cores > 1)}"


def beside(cores: int) -> str:
    """The name of so many runs of one core at once."""
    return f"kamlab, {cores} runs of 1 core"


@dataclass(frozen=True)
class Options:
    """What is to be measured.

    Args:
        sizes: trainees, smallest first.
        stock: submissions that nbgrader grades.
        cores: of kamlab's second run.
        repeats: of everything.
        seed: of the cohort.
        file: gets all figures as JSON.
    """

    sizes: Sequence[int]
    stock: int
    cores: int
    repeats: int
    seed: int
    file: Path | None


@dataclass
class Results:
    """What was measured so far.

    Args:
        costs: (side, submissions) to one cost a turn.
        phases: (side, submissions) to phase to seconds, of the last turn; empty where it is not offered.
        scores: side to what its gradebook says of the trainees that all sides graded.
        floor: milliseconds of the trainee's own cells (``own``) and of all (``all``), in a warm interpreter.
        unexplained: rows whose points differ for no known reason.
    """

    costs: dict[tuple[str, int], list[Cost]] = field(default_factory=dict)
    phases: dict[tuple[str, int], Mapping[str, float]] = field(default_factory=dict)
    scores: dict[str, Scores] = field(default_factory=dict)
    floor: Mapping[str, float] = field(default_factory=dict)
    unexplained: list[tuple[str, str]] = field(default_factory=list)

    def add(self, side: str, submissions: int, cost: Cost) -> None:
        """Keep ``cost`` and say so."""
        self.costs.setdefault((side, submissions), []).append(cost)
        print(f"  {side}, {submissions}: {cost.wall:.1f} s, {cost.cpu:.1f} s of processor time", flush=True)


@dataclass(frozen=True)
class Arena:
    """The folders of the benchmark, below ``build/bench/grading``.

    Args:
        sizes: of the cohort; the smaller ones are the first trainees of the largest.
        seed: of the cohort.
    """

    sizes: Sequence[int]
    seed: int

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return ROOT / "build" / "bench" / "grading"

    @property
    def stock(self) -> Path:
        """The course folder that nbgrader's command line graded last."""
        return self.folder / "stock"

    @property
    def submitted(self) -> Path:
        """What all trainees handed in."""
        return self.cohort(max(self.sizes)) / "submitted"

    def cohort(self, size: int) -> Path:
        """The folder of the first ``size`` trainees."""
        largest = max(self.sizes)
        name = f"cohort-{self.seed}-{largest}"
        return self.folder / (name if size == largest else f"{name}-first-{size}")

    def prepare(self) -> None:
        """Make the cohort, as far as it is not there, and nbgrader's course folder."""
        if not (ROOT / "build" / "source" / UNIT).exists():
            sys.exit("The case is not built yet: run 'make build' first.")
        whole = self.cohort(max(self.sizes))
        words: list[str | Path] = [SCRIPTS / "kamlab", "cohort", UNIT, "--course", ROOT, "--out", whole]
        number, seed = str(max(self.sizes)), str(self.seed)
        subprocess.run([*words, "--trainees", number, "--seed", seed], check=True, cwd=ROOT)
        for size in {ALONE, *self.sizes} - {max(self.sizes)}:
            _cut(whole, self.cohort(size), size)
        secret = whole / "course-secret.txt"
        grading_stock.set_up(self.folder / "template", ROOT / "build", UNIT, secret)

    def _names(self, count: int) -> list[str]:
        return sorted(path.name for path in self.submitted.iterdir())[:count]

    def stock_command(self, results: Results, count: int) -> None:
        """``nbgrader autograde``, then ``generate_feedback``; each once more, when there is nothing to do."""
        grading_stock.fresh(self.folder / "template", self.stock, self.submitted, self._names(count))
        results.add(COMMAND, count, grading_stock.by_command(self.stock, UNIT))
        results.scores[COMMAND] = in_gradebook(self.stock / "gradebook.db")
        results.add(START.format(side=COMMAND), count, grading_stock.by_command(self.stock, UNIT))
        results.add(PAGES, count, grading_stock.feedback(self.stock, UNIT))
        results.add(START.format(side=PAGES), count, grading_stock.feedback(self.stock, UNIT))

    def stock_api(self, results: Results, count: int) -> None:
        """``NbGraderAPI.autograde`` in a loop, and once before over nothing."""
        folder = self.folder / "stock-api"
        grading_stock.fresh(self.folder / "template", folder, self.submitted, [])
        results.add(START.format(side=API), count, grading_stock.by_api(folder))
        grading_stock.fresh(self.folder / "template", folder, self.submitted, self._names(count))
        results.add(API, count, grading_stock.by_api(folder))
        results.scores[API] = in_gradebook(folder / "gradebook.db")

    def ours(self, results: Results, size: int, cores: int) -> None:
        """``kamlab grade``; its points must be those that the cohort must get, in every row."""
        side, out = kamlab(cores), self.folder / "ours"
        grading_stock.put_away(out)
        timings = self.folder / "logs" / "timings.json"
        timings.unlink(missing_ok=True)
        words = self._grade(size, out)
        words += ["--timings", timings] if _offers_timings() else []
        log = self.folder / "logs" / "kamlab.log"
        results.add(side, size, measured(Command(words, ROOT, log, cores=cores)))
        if timings.exists():
            results.phases[side, size] = json.loads(timings.read_bytes())
        self._look_at(results, side, size, out)

    def beside(self, results: Results, size: int, cores: int) -> None:
        """As many runs of one core as there are cores, at once: what this machine lets them do."""
        outs = [self.folder / f"ours-{number}" for number in range(cores)]
        for out in outs:
            grading_stock.put_away(out)
        runs = [list(map(str, self._grade(size, out))) for out in outs]
        script, log = Path(__file__).with_name("grading_beside.py"), self.folder / "logs" / "beside.log"
        words: list[str | Path] = [sys.executable, script, json.dumps(runs)]
        results.add(beside(cores), size, measured(Command(words, ROOT, log, cores=cores)))
        for out in outs:
            self._look_at(results, beside(cores), size, out)

    def _grade(self, size: int, out: Path) -> list[str | Path]:
        """The command; it sees for itself how many workers its cores need."""
        cohort = self.cohort(size)
        course = ["--course", ROOT, "--secret", cohort / "course-secret.txt"]
        whose = ["--roster", cohort / "roster.csv", "--out", out]
        return [SCRIPTS / "kamlab", "grade", UNIT, cohort / "submitted", *course, *whose]

    def _look_at(self, results: Results, side: str, size: int, out: Path) -> None:
        results.scores[side] = in_gradebook(out / "gradebook.db")
        _must_equal(results.scores[side], expected(self.cohort(size) / "expected.csv", size), side)

    def floor(self, results: Results, count: int) -> None:
        """The cells of the first trainees without anything around them."""
        script = Path(__file__).with_name("grading_floor.py")
        source = ROOT / "build" / "source" / UNIT
        log = self.folder / "logs" / "floor.log"
        words: list[str | Path] = [sys.executable, script, source, self.submitted.parent, str(count)]
        measured(Command(words, ROOT, log, cores=1))
        last = log.read_text(encoding="utf-8").strip().splitlines()[-1]
        results.floor = json.loads(last)


def _cut(whole: Path, folder: Path, size: int) -> None:
    """Put the first ``size`` trainees of ``whole`` into a folder of their own, by hard links."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in sorted((whole / "submitted").iterdir())[:size]:
        shutil.copytree(path, folder / "submitted" / path.name, copy_function=os.link)
    for name in ("roster.csv", "expected.csv"):
        lines = (whole / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / name).write_text("".join(lines[: size + 1]), encoding="utf-8")
    shutil.copyfile(whole / "course-secret.txt", folder / "course-secret.txt")


@cache
def _offers_timings() -> bool:
    asked = subprocess.run(
        [SCRIPTS / "kamlab", "grade", "--help"], check=True, capture_output=True, text=True
    )
    return "--timings" in asked.stdout


def _must_equal(found: Scores, due: Scores, side: str) -> None:
    wrong = differences(found, due)
    for key in wrong[:_SHOWN]:
        print(f"{' '.join(key)}: {found.get(key, 'no row')}, but {due.get(key, 'no row')} is due")
    if wrong:
        sys.exit(f"{side}: {len(wrong)} rows are not what the cohort must get.")
