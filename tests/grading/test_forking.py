"""The executor for real: what comes out of a job, whatever its cells do."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from kamlab.errors import GradingError
from kamlab.grading.crew import Lost, Threads
from kamlab.grading.execute import Job, Outcome
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.forks import Forks
from kamlab.grading.pool import Pool
from kamlab.grading.ready import READY, StoppedError, begin, forget
from kamlab.grading.sandbox import Caps
from kamlab.grading.warmed import Warmed

CAPS = Caps(cell=2, submission=8, resident=400 * 2**20)


def cell(name: str, source: str, **facts: object) -> dict[str, Any]:
    role = {"grade_id": name, "grade": False, "solution": False, **facts}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"nbgrader": role},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def job(own: str, test: str = "found", *more: dict[str, Any]) -> Job:
    cells = [
        cell("given", "import os\nbase = 10"),
        cell("own", own, solution=True),
        *more,
        cell("test", test, grade=True, points=1),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    names = frozenset({"found", "total", "then"})
    return Job("ada", notebook, {"note.txt": b"hello"}, {"KAMLAB_TRAINEE_CODE": "THE-CODE"}, names)


def run(own: str, test: str = "found", *more: dict[str, Any], caps: Caps = CAPS) -> Outcome:
    return ForkingExecutor(caps).run(job(own, test, *more))


def shown(outcome: Outcome, place: int = -1) -> list[str]:
    outputs = outcome.notebook["cells"][place]["outputs"]
    return [each.get("text") or each.get("ename") or each["data"]["text/plain"] for each in outputs]


def waiting() -> Forks:
    """The one warmed process that waits for a job."""
    [(_, forks)] = READY.waiting
    return forks


def test_a_test_sees_what_the_trainee_made_and_the_given_cells_of_both_sides() -> None:
    outcome = run("found = base + 1", "found + base")
    assert shown(outcome) == ["21"]
    assert (outcome.error, outcome.remarks) == (None, ())
    assert [each["execution_count"] for each in outcome.notebook["cells"]] == [1, 2, 3]


def test_a_given_cell_between_the_trainees_runs_on_both_sides() -> None:
    more = (
        cell("given-2", "then = found * 2\nstep = 3"),
        cell("own-2", "total = then + step", solution=True),
    )
    assert shown(run("found = base", "(total, then, step)", *more)) == ["(23, 20, 3)"]


def test_a_given_cell_after_a_test_may_use_what_the_test_made() -> None:
    cells = [
        cell("first-test", "scale = 4\n1", grade=True, points=1),
        cell("given-2", "scaled = scale * 2"),
        cell("own", "found = 1", solution=True),
        cell("test", "(scaled, found)", grade=True, points=1),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    outcome = ForkingExecutor(CAPS).run(Job("ada", notebook, names=frozenset({"found"})))
    assert shown(outcome) == ["(8, 1)"]


def test_an_untouched_notebook_needs_no_process_of_the_trainees() -> None:
    one = job("found = os.getppid()", "(found, os.getppid())")
    untouched = Job(
        one.trainee, one.notebook, one.files, one.environment, one.names, untouched=frozenset({"own"})
    )
    alone = ForkingExecutor(CAPS).run(untouched)
    assert shown(alone) == ["(0, 0)"]  # both in the trusted one, which is the first of its namespace


def test_files_and_the_case_code_are_there() -> None:
    own = "found = [open('note.txt').read(), os.environ['KAMLAB_TRAINEE_CODE']]"
    assert shown(run(own)) == ["['hello', 'THE-CODE']"]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("import os\nos._exit(0)", "cell own ended its own process"),
        ("import signal\nos.kill(os.getpid(), 9)\nraise SystemExit", "SystemExit"),
        ("import signal, time\nsignal.setitimer(0, 0)\ntime.sleep(9)", "longer than 2 seconds"),
        ("found = 'x' * 9_000_000", "'found', which is no data but"),
        ("1 / 0", "cell own stopped with ZeroDivisionError: division by zero"),
        ("pass", "read 'found', which the notebook had not made"),
        ("found = object()", "'found', which is no data but object"),
    ],
)
def test_a_cell_that_fails_is_named_with_its_cause(own: str, said: str) -> None:
    outcome = run(own)
    words = [str(each) for each in (*outcome.remarks, *([outcome.error] if outcome.error else []))]
    assert [word for word in words if said in word], words
    assert shown(outcome) == ["NameError"]


@pytest.mark.parametrize("own", ["found = 1 / 0", "1 / 0"])
def test_a_cell_that_stopped_is_named_once_and_not_again_for_what_it_did_not_make(own: str) -> None:
    said = [str(each) for each in run(own).remarks]
    assert said == ["The cell own stopped with ZeroDivisionError: division by zero."]


def test_what_another_cell_did_not_make_is_missed_beside_a_cell_that_stopped() -> None:
    said = [str(each) for each in run("1 / 0", "total", cell("later", "pass", solution=True)).remarks]
    assert said == [
        "The cell own stopped with ZeroDivisionError: division by zero.",
        "A check read 'total', which the notebook had not made.",
    ]


def test_memory_of_all_processes_together_is_limited() -> None:
    own = (
        "import time\nblocks = []\nfor _ in range(4):\n    if os.fork() == 0:\n"
        "        blocks.append(bytearray(b'x') * (150 * 2**20))\n        time.sleep(30)\ntime.sleep(30)"
    )
    outcome = run(own, caps=Caps(cell=20, submission=20, resident=300 * 2**20))
    assert "more than 300 MB of memory" in str(outcome.error)
    assert shown(outcome) == ["NameError"]  # the tests go on, without anything of the notebook's


def test_a_warmed_process_that_somebody_ended_is_replaced() -> None:
    run("found = 1")
    warmed = waiting()
    os.kill(warmed._process.pid, signal.SIGKILL)
    warmed._process.wait()
    assert shown(run("found = 2")) == ["2"]


def test_nothing_is_left_when_a_result_is_in() -> None:
    run("found = 1")
    before = {process.pid for process in psutil.process_iter()}
    run(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(50,), daemon=True).start()\n"
        "os.fork()"
    )
    warmed = waiting()
    new = {each.pid for each in psutil.Process(warmed._process.pid).children(recursive=True)} - before
    assert new == set()


def test_what_code_writes_to_the_terminal_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    run("os.write(1, b'BOO')\nos.write(2, b'BOO')")
    assert "BOO" not in "".join(capfd.readouterr())


def test_without_the_sandbox_the_same_notebook_runs() -> None:
    outcome = ForkingExecutor(CAPS, walls=False).run(job("found = open('note.txt').read()"))
    assert shown(outcome) == ["'hello'"]


def test_the_sandbox_is_tried_before_anything_is_graded() -> None:
    ForkingExecutor(CAPS).check()


def test_a_machine_without_bubblewrap_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda tool: None if tool == "bwrap" else f"/usr/bin/{tool}")
    with pytest.raises(GradingError, match=r"apt install bubblewrap.*--without-sandbox"):
        ForkingExecutor(CAPS).check()


def test_a_machine_that_refuses_namespaces_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = tmp_path / "bwrap"
    refusing.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(GradingError, match=r"No permissions to create new namespace.*--without-sandbox"):
        ForkingExecutor(CAPS).check()


@pytest.fixture
def host() -> Iterator[ForkingExecutor]:
    """One for many at once, with nothing else warm in this process."""
    forget()
    with closing(ForkingExecutor(CAPS).shared(job("pass"))) as made:
        yield made


def in_a_thread(executor: ForkingExecutor, own: str) -> list[str]:
    return shown(executor.run(job(own)))


def test_threads_share_the_warmed_process(host: ForkingExecutor) -> None:
    sources = [f"import time\ntime.sleep(0.1)\nfound = {number}" for number in range(6)]
    with Threads(3) as crew:
        done = dict(crew.each(in_a_thread, host, sources))
    assert [done[source] for source in sources] == [[str(number)] for number in range(6)]
    assert [type(forks) for _, forks in READY.waiting] == [Forks] * 3


def test_a_thread_that_the_warmed_process_leaves_alone_starts_another(host: ForkingExecutor) -> None:
    [warmed] = READY._hosts.values()
    warmed._process.kill()
    with Threads(2) as crew:
        assert dict(crew.each(in_a_thread, host, ["found = 1"])) == {"found = 1": ["1"]}
    assert isinstance(waiting(), Warmed)


def test_closing_the_executor_ends_what_threads_are_at(host: ForkingExecutor) -> None:
    [warmed] = READY._hosts.values()
    with Threads(2) as crew:
        done = crew.each(in_a_thread, host, ["while True: pass", "found = 1"])
        assert next(done) == ("found = 1", ["1"])
        behind = psutil.Process(warmed._process.pid).children(recursive=True)
        host.close()
        [(_, lost)] = done
    assert isinstance(lost, Lost)
    assert isinstance(lost.error, StoppedError)
    assert psutil.wait_procs(behind, timeout=10)[1] == []
    assert (READY.waiting, READY._lent, READY._hosts) == ([], [], {})


def _elsewhere(executor: ForkingExecutor, own: str) -> tuple[list[str], int]:
    """Run a job in another process: what the test showed, and how many warmed processes that started."""
    outcome = executor.run(job(own))
    return shown(outcome), int(isinstance(waiting(), Warmed))


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(2) as made:
        yield made


def test_other_processes_of_the_machine_share_the_warmed_one(pool: Pool) -> None:
    shared = ForkingExecutor(CAPS).shared(job("pass"))
    done = dict(pool.each(_elsewhere, shared, ["found = 1", "found = 2", "found = 3"]))
    assert done == {f"found = {number}": ([str(number)], 0) for number in (1, 2, 3)}


def test_they_start_their_own_when_the_shared_one_has_gone(pool: Pool) -> None:
    shared = ForkingExecutor(CAPS).shared(job("pass"))
    assert dict(pool.each(_elsewhere, shared, ["found = 1"])) == {"found = 1": (["1"], 0)}
    [warmed] = READY._hosts.values()
    behind = psutil.Process(warmed._process.pid).children(recursive=True)
    forget()
    assert psutil.wait_procs(behind, timeout=10)[1] == []
    done = dict(pool.each(_elsewhere, shared, ["found = 2", "found = 3"]))
    assert done == {"found = 2": (["2"], 1), "found = 3": (["3"], 1)}


def test_they_start_their_own_for_jobs_of_another_kind(pool: Pool) -> None:
    other = replace(job("pass"), companions={"other.csv": b"1"})
    shared = ForkingExecutor(CAPS).shared(other)
    assert dict(pool.each(_elsewhere, shared, ["found = 1"])) == {"found = 1": (["1"], 1)}


def test_a_warmed_process_that_has_begun_is_the_one_that_is_used() -> None:
    forget()
    begin(CAPS)
    begin(CAPS)
    begun = waiting()
    assert shown(run("found = 7")) == ["7"]
    assert waiting() is begun


def test_an_executor_that_is_closed_leaves_nothing_warm() -> None:
    forget()
    with closing(ForkingExecutor(CAPS)) as executor:
        executor.run(job("found = 1"))
        warmed = waiting()
        assert isinstance(warmed, Warmed)
        behind = psutil.Process(warmed._process.pid).children(recursive=True)
    assert READY.waiting == []
    assert psutil.wait_procs(behind, timeout=10)[1] == []


def test_beginning_without_bubblewrap_is_left_to_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    monkeypatch.setattr(shutil, "which", lambda _tool: None)
    begin(CAPS)
    assert READY.waiting == []
