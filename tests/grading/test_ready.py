"""Warmed processes that are lent to jobs, with sockets in place of processes."""

import socket
from dataclasses import replace
from typing import NoReturn

import pytest

from kamlab.errors import GradingError
from kamlab.grading.forks import Forks
from kamlab.grading.inside.wire import WireError
from kamlab.grading.ready import Kind, Ready, StoppedError
from kamlab.grading.sandbox import Caps
from kamlab.grading.warmed import Recipe

KIND = Kind(Recipe(), Caps(), walls=True)
OTHER = replace(KIND, recipe=Recipe(cells=("x = 1",)))


class Stand(Forks):
    """In the place of a warmed process."""

    def __init__(self) -> None:
        control, self.theirs = socket.socketpair()
        super().__init__(control, Caps())

    def is_open(self) -> bool:
        return self._control.fileno() >= 0

    def close(self) -> None:
        super().close()
        self.theirs.close()


def lent(ready: Ready, kind: Kind = KIND) -> Stand:
    """One that a job had and gave back."""
    with ready.lent(kind, Stand) as forks:
        assert isinstance(forks, Stand)
        return forks


def failed(ready: Ready, error: GradingError) -> Stand:
    """One whose job ended with ``error``."""
    with pytest.raises(type(error)), ready.lent(KIND, Stand) as forks:
        raise error
    assert isinstance(forks, Stand)
    return forks


def cut_off(forks: Forks) -> NoReturn:
    """What becomes of a job whose process is stopped: the other side sees that at once."""
    assert isinstance(forks, Stand)
    assert forks.theirs.recv(1) == b""
    raise GradingError("The sandboxed Python has ended.")


def stopped(ready: Ready) -> NoReturn:
    """A job that was at work when all was ended."""
    with ready.lent(KIND, Stand) as forks:
        ready.end()
        cut_off(forks)


def made_too_late(ready: Ready) -> NoReturn:
    """A job for which a process was being made when all was ended."""

    def make() -> Stand:
        ready.end()
        return Stand()

    with ready.lent(KIND, make) as forks:
        cut_off(forks)


@pytest.fixture
def ready() -> Ready:
    return Ready()


def test_the_next_job_of_the_kind_gets_the_one_that_was_given_back(ready: Ready) -> None:
    assert lent(ready) is lent(ready)
    ready.end()


def test_two_jobs_at_once_get_two(ready: Ready) -> None:
    with ready.lent(KIND, Stand) as one, ready.lent(KIND, Stand) as two:
        assert one is not two
    assert [forks for _, forks in ready.waiting] == [two, one]
    ready.end()


def test_a_job_of_another_kind_gets_its_own(ready: Ready) -> None:
    assert lent(ready) is not lent(ready, OTHER)
    ready.end()


def test_those_that_wait_for_others_are_ended_alone(ready: Ready) -> None:
    one, two = lent(ready), lent(ready, OTHER)
    ready.end_others(OTHER)
    assert (one.is_open(), two.is_open()) == (False, True)
    assert ready.waiting == [(OTHER, two)]
    ready.end()


def test_one_whose_job_went_wrong_is_used_again(ready: Ready) -> None:
    assert failed(ready, WireError("The job sent what is no data.")) is lent(ready)
    ready.end()


def test_one_that_failed_itself_is_ended(ready: Ready) -> None:
    forks = failed(ready, GradingError("The sandboxed Python has ended."))
    assert not forks.is_open()
    assert ready.waiting == []


def test_one_at_work_is_stopped_and_not_used_again(ready: Ready) -> None:
    with pytest.raises(StoppedError, match="stopped"):
        stopped(ready)
    assert ready.waiting == []


def test_a_job_that_had_just_ended_when_all_was_stopped_keeps_its_answer(ready: Ready) -> None:
    with ready.lent(KIND, Stand) as forks:
        ready.end()
    assert isinstance(forks, Stand)
    assert not forks.is_open()


def test_a_job_whose_process_was_still_being_made_when_all_was_ended_is_stopped(ready: Ready) -> None:
    with pytest.raises(StoppedError, match="stopped"):
        made_too_late(ready)
    assert ready.waiting == []
