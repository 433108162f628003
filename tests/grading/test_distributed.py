"""Dask's scheduler and workers as processes or hosts of their own: lost workers, and what is said."""

import os
import signal
import socket
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import small_course as small
from gradebooks import content
from lan import Lan, why_not

from kamlab.data import SECRET_FILE
from kamlab.errors import GradingError
from kamlab.grading import distributed
from kamlab.grading.case import load_case
from kamlab.grading.crew import Lost
from kamlab.grading.distributed import Cluster
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Settings, grade_batch
from kamlab.grading.results import Result
from kamlab.grading.roster import Roster
from kamlab.grading.workspace import Workspace

TRAINEES = 30
DASK = Path(sysconfig.get_path("scripts")) / "dask"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Machines:
    """A scheduler and its workers.

    Args:
        folder: for their files.
        lan: whose first host the scheduler is, and the next ones a worker each; none for this machine.
    """

    folder: Path
    lan: Lan | None = None
    port: int = field(default_factory=free_port)
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://{self._host(1)}:{self.port}"

    def _host(self, number: int) -> str:
        return self.lan.address(number) if self.lan else "127.0.0.1"

    def start(self, workers: int) -> None:
        """Start the scheduler and so many workers; a worker that dies is not started anew."""
        self.scheduler = self._dask(1, "scheduler", "--port", str(self.port))
        for number in range(workers):
            self.add_worker(number + 2)

    def add_worker(self, host: int) -> None:
        """Start one more worker."""
        self.workers.append(self._dask(host, "worker", self.address, "--nthreads", "1", "--no-nanny"))

    def _dask(self, host: int, *arguments: str) -> subprocess.Popen[bytes]:
        # the functions of a test's module are named to the workers by its name
        paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
        return subprocess.Popen(
            [*self.on(host), sys.executable, DASK, *arguments, "--host", self._host(host), "--no-dashboard"],
            env={**os.environ, "PYTHONPATH": paths, "DASK_TEMPORARY_DIRECTORY": str(self.folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def on(self, host: int) -> list[str]:
        """What goes before a command for it to run on a host."""
        return self.lan.on(host) if self.lan else []

    def stop(self) -> None:
        """End them all."""
        for process in (*self.workers, *([self.scheduler] if self.scheduler else [])):
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    made = Machines(tmp_path / "dask")
    yield made
    made.stop()


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[Machines]:
    """The scheduler, three workers and the trainer: five hosts that share a cable and the disk."""
    if refused := why_not():
        pytest.skip(refused)
    with Lan(5) as lan:
        made = Machines(tmp_path / "dask", lan)
        yield made
        made.stop()


@pytest.fixture
def settings(course: Path, submitted: Path) -> Settings:
    for number in range(TRAINEES):
        name = f"t{number:02}"
        total = ["    return sum(values)", "    return 7"][number % 2]
        notebook = b"no notebook" if number % 10 == 3 else small.notebook(total=total)
        small.hand_in(submitted, name, case__ipynb=notebook, answers__json=small.answers(name))
    return Settings(
        case=load_case(course, "u01"),
        submitted=submitted,
        workspace=Workspace(course / "build" / "local"),
        roster=Roster(),
        secret=small.SECRET,
        executor=ForkingExecutor(),
    )


def add(context: int, item: int) -> int:
    return context + item


def divide(context: int, item: int) -> float:
    return context / item


def test_a_worker_killed_midway_costs_only_what_it_had_begun(settings: Settings, machines: Machines) -> None:
    grade_batch(settings)
    machines.start(workers=3)
    killed: list[int] = []

    def kill(_result: Result, done: int, _whole: int) -> None:
        if done == TRAINEES // 3:
            machines.workers[1].send_signal(signal.SIGKILL)
            killed.append(machines.workers[1].pid)

    with Cluster(machines.address) as cluster:
        there = replace(settings, crew=cluster, workspace=Workspace(settings.workspace.root.with_name("far")))
        batch = grade_batch(there, kill)
    assert killed
    assert machines.workers[1].wait(timeout=10) == -signal.SIGKILL
    assert len(batch.rows) == TRAINEES
    assert content(there.workspace.gradebook_url) == content(settings.workspace.gradebook_url)


def test_a_trainer_grades_on_other_hosts_one_of_which_breaks_down(
    settings: Settings, hosts: Machines
) -> None:
    grade_batch(settings)
    hosts.start(workers=3)
    far, course = settings.workspace.root.with_name("far"), settings.workspace.root.parents[1]
    (course / SECRET_FILE).write_text(settings.secret, encoding="utf-8")
    command = [DASK.with_name("kamlab"), "grade", "u01", settings.submitted, "--course", course]
    options = ["--out", far, "--scheduler", hosts.address]
    run = [*hosts.on(5), *map(str, (*command, *options))]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as trainer:
        while trainer.poll() is None and len(list((far / "results" / "u01").glob("*"))) < TRAINEES // 3:
            time.sleep(0.01)
        hosts.workers[1].kill()
        said, _ = trainer.communicate(timeout=100)
    assert hosts.workers[1].wait(timeout=10) == -signal.SIGKILL
    assert f"{TRAINEES} submissions: {TRAINEES} graded now" in said
    assert content(Workspace(far).gradebook_url) == content(settings.workspace.gradebook_url)


def test_items_come_back_with_results_and_errors(machines: Machines) -> None:
    machines.start(workers=1)
    with Cluster(machines.address) as cluster:
        assert dict(cluster.each(add, 10, range(12))) == {item: item + 10 for item in range(12)}
        found = dict(cluster.each(divide, 4, [1, 0]))
    assert found[1] == 4.0
    assert isinstance(found[0], Lost)
    assert isinstance(found[0].error, ZeroDivisionError)


def test_all_workers_may_be_lost_when_others_come(machines: Machines) -> None:
    machines.start(workers=1)

    def exchange() -> None:
        time.sleep(0.5)
        machines.workers[0].kill()
        machines.workers[0].wait()
        machines.add_worker(2)

    with Cluster(machines.address) as cluster:
        thread = threading.Thread(target=exchange)
        done = {}
        for item, result in cluster.each(slow, None, range(20)):
            done[item] = result
            if len(done) == 3:
                thread.start()
        thread.join()
    assert done == {item: item for item in range(20)}


def slow(_context: None, item: int) -> int:
    time.sleep(0.2)
    return item


def test_a_worker_of_another_version_stops_the_batch(
    machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    machines.start(workers=1)
    monkeypatch.setattr(distributed, "code_digest", lambda: "another version")
    with (
        Cluster(machines.address) as cluster,
        pytest.raises(GradingError, match="another version of kamlab"),
    ):
        list(cluster.each(add, 1, [1]))


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "_CONNECT", 1)
    with pytest.raises(GradingError, match=r"scheduler at tcp://127\.0\.0\.1:9 does not answer"):
        Cluster("tcp://127.0.0.1:9")


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(GradingError, match="scheduler at nonsense://x does not answer"):
        Cluster("nonsense://x")


def test_a_scheduler_without_workers_says_what_to_start(
    machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributed, "_WORKERS", 1)
    machines.start(workers=0)
    with pytest.raises(GradingError, match="start 'dask worker"):
        Cluster(machines.address)
