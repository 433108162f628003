"""Crews, with work that fails, dies and is interrupted."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from kamlab.grading.crew import AHEAD, Alone, Crew, Lost, Threads, processors
from kamlab.grading.pool import Pool


def add(context: int, item: int) -> int:
    return context + item


def divide(context: int, item: int) -> float:
    return context / item


def die_once(context: str, item: int) -> int:
    """End the worker at the first try of every fifth item."""
    mark = Path(context, str(item))
    if item % 5 == 0 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def die(_context: None, _item: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def whoami(_context: None, _item: int) -> int:
    time.sleep(0.05)
    return os.getpid()


@pytest.fixture(params=[Alone, partial(Threads, 2), partial(Pool, 2)], ids=["alone", "threads", "pool"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    with request.param() as made:
        yield made


def test_every_item_comes_back_with_its_result(crew: Crew) -> None:
    assert dict(crew.each(add, 10, range(30))) == {item: item + 10 for item in range(30)}


def test_one_crew_does_one_kind_of_work_after_another(crew: Crew) -> None:
    assert dict(crew.each(add, 1, [1, 2])) == {1: 2, 2: 3}
    assert dict(crew.each(add, 5, [1])) == {1: 6}
    assert list(crew.each(divide, 4, [2])) == [(2, 2.0)]


def test_work_that_raises_is_lost_and_the_rest_goes_on(crew: Crew) -> None:
    found = dict(crew.each(divide, 4, [1, 0, 2]))
    assert (found[1], found[2]) == (4.0, 2.0)
    assert isinstance(found[0], Lost)
    assert isinstance(found[0].error, ZeroDivisionError)


def test_items_are_taken_as_the_work_goes_on(crew: Crew) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(1000):
            taken.append(item)
            yield item

    done = crew.each(add, 0, items())
    next(done)
    assert len(taken) < 50
    assert len(list(done)) == 999


def meet(barrier: threading.Barrier, item: int) -> int:
    barrier.wait(timeout=10)
    return item


def test_so_many_threads_work_at_once() -> None:
    with Threads(3) as crew:
        assert set(crew.each(meet, threading.Barrier(3), range(9))) == {(item, item) for item in range(9)}


def linger(begun: list[int], item: int) -> None:
    begun.append(item)
    time.sleep(0.2)


def test_threads_that_are_dismissed_begin_nothing_more() -> None:
    begun: list[int] = []
    with Threads(2) as crew:
        next(crew.each(linger, begun, range(1000)))
    at_the_end = len(begun)
    time.sleep(0.5)
    assert len(begun) == at_the_end <= 2 + 2 < AHEAD


def test_items_whose_worker_died_are_tried_again(tmp_path: Path) -> None:
    with Pool(2) as crew:
        assert dict(crew.each(die_once, str(tmp_path), range(20))) == {item: item for item in range(20)}
    assert len(list(tmp_path.iterdir())) == 4


def test_an_item_that_ends_every_worker_is_lost_in_the_end() -> None:
    with Pool(1) as crew:
        [(item, lost)] = crew.each(die, None, [7])
    assert item == 7
    assert isinstance(lost, Lost)


def die_of_three(_context: None, item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)
    return item


def test_an_item_that_ends_every_worker_costs_no_other_its_result() -> None:
    with Pool(2) as crew:
        found = dict(crew.each(die_of_three, None, range(12)))
    assert isinstance(found.pop(3), Lost)
    assert found == {item: item for item in range(12) if item != 3}


def test_workers_that_somebody_ended_between_two_jobs_are_replaced() -> None:
    with Pool(2) as crew:
        [first, *_] = dict(crew.each(whoami, None, range(8))).values()
        assert not isinstance(first, Lost)
        os.kill(first, signal.SIGKILL)
        assert sum(isinstance(done, int) for _, done in crew.each(whoami, None, range(8))) == 8


def test_no_worker_is_left_when_the_crew_is_dismissed() -> None:
    with Pool(2) as crew:
        pids = set(dict(crew.each(whoami, None, range(8))).values())
    assert len(pids) == 2
    assert not [pid for pid in pids if isinstance(pid, int) and psutil.pid_exists(pid)]


def test_workers_end_with_a_process_that_was_killed() -> None:
    code = (
        "import sys\nsys.path.insert(0, sys.argv[1])\nfrom test_crew import whoami\n"
        "from kamlab.grading.pool import Pool\nwith Pool(2) as crew:\n"
        "    for _, pid in crew.each(whoami, None, range(1000)):\n        print(pid, flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = {int(parent.stdout.readline()) for _ in range(10)}
        parent.kill()
    workers = [psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)]
    assert psutil.wait_procs(workers, timeout=10)[1] == []


def test_there_is_one_worker_for_each_processor_that_may_be_used(tmp_path: Path) -> None:
    allowed, nothing = os.sched_getaffinity(0), tmp_path / "cpu.max"
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert processors(nothing) == 1
        os.sched_setaffinity(0, allowed)
        assert processors(nothing) == len(allowed)
    finally:
        os.sched_setaffinity(0, allowed)


@pytest.mark.parametrize(
    ("quota", "workers"),
    [("100000 100000", 1), ("50000 100000", 1), ("200000 100000", 2), ("max 100000", 0), ("", 0)],
)
def test_a_container_that_may_use_few_processors_gets_few_workers(
    tmp_path: Path, quota: str, workers: int
) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("this machine has one processor")
    path = tmp_path / "cpu.max"
    path.write_text(quota, encoding="ascii")
    assert processors(path) == (workers or processors(tmp_path / "none"))


def policy(_context: None, _item: int) -> int:
    return os.sched_getscheduler(0)


def test_workers_do_not_push_each_other_aside() -> None:
    with Pool(1) as crew:
        assert dict(crew.each(policy, None, [1])) == {1: os.SCHED_BATCH}
    assert os.sched_getscheduler(0) == os.SCHED_OTHER
