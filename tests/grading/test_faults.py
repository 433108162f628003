"""Two hundred cuts at random instants; the gradebook must end as if there had been none.

What is cut: the whole pipeline, a worker, a warmed process, a trusted process, the database's connection.
"""

import gc
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
import small_course as small
from gradebooks import content
from postgres import Server

from kamlab.grading.case import load_case
from kamlab.grading.crew import Threads
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Settings, grade_batch
from kamlab.grading.pool import Pool
from kamlab.grading.ready import forget
from kamlab.grading.roster import Roster
from kamlab.grading.workspace import Workspace

# two hundred in all
CUTS = {"pipeline": 70, "processes": 40, "database": 90}
TRAINEES = 24
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def settings(course: Path, submitted: Path) -> Settings:
    for number in range(TRAINEES):
        name = f"t{number:02}"
        total = ["    return sum(values)", "    return 7", "    return values[0] + values[1]"][number % 3]
        pick = ["second", "first"][number % 2]
        answers = small.answers(name, share=[120, 121, 99][number % 3], pick=pick)
        content = b"no notebook" if number % 11 == 5 else small.notebook(total=total)
        small.hand_in(submitted, name, case__ipynb=content, answers__json=answers)
    return Settings(
        case=load_case(course, "u01"),
        submitted=submitted,
        workspace=Workspace(course / "build" / "undisturbed"),
        roster=Roster(),
        secret=small.SECRET,
        executor=ForkingExecutor(),
    )


@pytest.fixture
def undisturbed(settings: Settings) -> Rows:
    grade_batch(settings)
    forget()  # or the children of this process would share its warmed process
    return content(settings.workspace.gradebook_url)


def fresh(settings: Settings, name: str) -> Settings:
    """The same in a folder in which nothing was graded yet."""
    return replace(settings, workspace=Workspace(settings.workspace.root.with_name(name)))


def in_a_child(work: Callable[[], object]) -> int:
    """The id of a process that does ``work`` and ends."""
    pid = os.fork()
    if pid == 0:
        gc.freeze()  # what earlier tests left to be collected may wait for threads that this process has not
        try:
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - whatever it is, the child must not go on as a test
            os._exit(1)
    return pid


def killed_after(seconds: float, pid: int) -> bool:
    """Whether the process was still at work after so many seconds, and was killed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            assert status == 0
            return False
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return True


def test_the_whole_pipeline_may_be_killed_at_any_instant(settings: Settings, undisturbed: Rows) -> None:
    drawn, cuts, run = random.Random(7), 0, 0  # noqa: S311 - seeded on purpose
    while cuts < CUTS["pipeline"]:
        run += 1
        again = fresh(settings, f"killed-{run}")
        while killed_after(drawn.uniform(0.01, 1.5), in_a_child(lambda each=again: grade_batch(each))):
            cuts += 1
            assert cuts < 10 * CUTS["pipeline"], "the pipeline does not come to an end"
        assert not difference(content(again.workspace.gradebook_url), undisturbed)


@dataclass
class Saboteur:
    """Kills one process after another that works below this one.

    Args:
        drawn: decides which and when.
        cuts: how many it has killed.
    """

    drawn: random.Random
    cuts: int = 0
    stop: bool = False

    def work(self) -> None:
        """Until told to stop. A submission whose processes are ended at each try has ended them itself."""
        while not self.stop:
            kind = self.drawn.choice(["worker", "warmed", "trusted", "trusted"])
            time.sleep({"worker": 2.5, "warmed": 1.2, "trusted": 0.7}[kind] * self.drawn.uniform(0.5, 1.5))
            found = below(kind)
            if found and not self.stop:
                self.cuts += kill(self.drawn.choice(found))


def below(kind: str) -> list[psutil.Process]:
    """The processes of one kind that run below this one.

    The trainee's own is spared once it stands behind its walls: from outside it looks as if she had ended it.
    """
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            forks = sum(_is_warm(each) for each in process.parents())
            warm = _is_warm(process)
            worker = any("multiprocessing.forkserver" in part for part in process.cmdline())
            trusted = warm and forks == 1 and _users(process) == _users(process.parent())
            if {"worker": worker, "warmed": warm and forks == 0, "trusted": trusted}[kind]:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def _users(process: psutil.Process | None) -> str:
    """The namespace in which a process has its user."""
    return str(Path(f"/proc/{process.pid if process else 0}/ns/user").readlink())


def _is_warm(process: psutil.Process) -> bool:
    return "kamlab.grading.inside.warm" in process.cmdline() and "bwrap" not in process.name()


def difference(rows: Rows, expected: Rows) -> list[Any]:
    """Rows that only one of two gradebooks holds."""
    return [
        (table, row)
        for table in expected
        for row in {*map(repr, rows[table])} ^ {*map(repr, expected[table])}
    ]


def kill(process: psutil.Process) -> bool:
    try:
        process.kill()
    except psutil.Error:
        return False
    return True


def test_workers_warmed_and_trusted_processes_may_be_killed_at_any_instant(
    settings: Settings, undisturbed: Rows
) -> None:
    saboteur, run = Saboteur(random.Random(8)), 0  # noqa: S311 - seeded on purpose
    thread = threading.Thread(target=saboteur.work, daemon=True)
    thread.start()
    try:
        while saboteur.cuts < CUTS["processes"]:
            run += 1
            with Pool(2) if run % 2 else Threads(2) as crew:
                again = replace(fresh(settings, f"sabotaged-{run}"), crew=crew)
                grade_batch(again)
            assert not difference(content(again.workspace.gradebook_url), undisturbed)
    finally:
        saboteur.stop = True
        thread.join()


def test_the_databases_connection_may_be_cut_at_any_instant(
    settings: Settings, undisturbed: Rows, server: Server
) -> None:
    cuts, drawn, run = [0], random.Random(9), 0  # noqa: S311 - seeded on purpose
    stop, at_work = threading.Event(), threading.Lock()

    def cut() -> None:
        with psycopg.connect(
            host=str(server.folder), user="tests", dbname="postgres", autocommit=True
        ) as link:
            while not stop.is_set():
                time.sleep(drawn.uniform(0.05, 0.8))
                with at_work:
                    ended = link.execute(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                        "WHERE datname LIKE 'gradebook%' AND pid <> pg_backend_pid()"
                    ).fetchone()
                cuts[0] += ended[0] if ended else 0

    grade_batch(fresh(settings, "results-known"))  # so that what follows is the gradebook's work only
    thread = threading.Thread(target=cut, daemon=True)
    thread.start()
    try:
        while cuts[0] < CUTS["database"]:
            run += 1
            url = server.new_database()
            again = replace(fresh(settings, "results-known"), database=url)
            again.workspace.config.unlink()  # it names the database of the run before
            grade_batch(again)
            with at_work:  # or the connection of this look would be cut as well
                assert not difference(content(url), undisturbed)
    finally:
        stop.set()
        thread.join()
