"""What the trusted process makes of answers, whatever they are; the other side is played by a thread."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kamlab.grading.inside.asking import Trainee, TraineeError
from kamlab.grading.inside.wire import BRACKETS, WireError, receive, send


@contextmanager
def answering(*answers: object) -> Iterator[Trainee]:
    """A trainee's process that gives these answers one after the other, then ends."""
    ours, theirs = socket.socketpair()

    def serve() -> None:
        with theirs:
            for answer in answers:
                try:
                    receive(theirs, time.monotonic() + 5)
                except WireError:
                    return
                send(theirs, answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    other = threading.Thread(target=serve)
    other.start()
    with ours:
        yield Trainee(ours, seconds=5)
    other.join()


def fetched(answer: object) -> tuple[dict[str, Any], list[list[str]]]:
    """The names that a test then has, and the notes."""
    with answering(answer) as person:
        namespace: dict[str, Any] = {"found": "what was there before"}
        person.fetch("found", namespace)
        return namespace, person.notes


def test_data_arrive_and_nothing_is_noted() -> None:
    assert fetched({"value": [1, {"!": "tuple", "of": [2]}]}) == ({"found": [1, (2,)]}, [])


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ({"missing": True}, ["missing", "found", ""]),
        ({"large": True}, ["no-data", "found", "more than is read"]),
        ({"value": {"!": "other", "kind": "Figure"}}, ["no-data", "found", "Figure"]),
        ({"value": {"!": "pickle"}}, ["no-data", "found", "something that cannot be read"]),
        ({"raised": ["ValueError", "no"]}, ["unread", "found", "ValueError: no"]),
        ({"raised": "no list"}, ["missing", "found", ""]),
        ([], ["missing", "found", ""]),
        (b"no JSON", ["gone-asked", "", "ended"]),
        (b"[" * (BRACKETS + 1), ["gone-asked", "", "large"]),
    ],
)
def test_what_is_no_data_is_noted_and_the_name_is_not_there(answer: object, note: list[str]) -> None:
    assert fetched(answer) == ({}, [note])


def test_what_is_no_data_inside_data_is_noted_too() -> None:
    namespace, notes = fetched({"value": [1, {"!": "other", "kind": "Figure"}]})
    assert len(namespace["found"]) == 2
    assert notes == [["no-data-inside", "found", "Figure"]]


def test_a_function_that_no_test_calls_is_remembered_as_such() -> None:
    function = {"value": {"!": "function"}}
    with answering(function, {"value": 3}) as person:
        namespace: dict[str, Any] = {}
        person.fetch("total", namespace)
        assert person.uncalled == {"total"}
        assert namespace["total"]([1, 2]) == 3
        assert person.uncalled == set()


def test_the_same_is_noted_once() -> None:
    with answering({"missing": True}, {"missing": True}) as person:
        person.fetch("found", {})
        person.fetch("found", {})
        assert person.notes == [["missing", "found", ""]]


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (["ValueError", "no"], ValueError),
        (["Strange", "no"], TraineeError),
        (["StopIteration", ""], TraineeError),
        (["SystemExit", ""], TraineeError),
        (["eval", "1"], TraineeError),
        (["ValueError"], TraineeError),
        ("ValueError", TraineeError),
        (None, TraineeError),
    ],
)
def test_the_error_of_her_function_is_a_built_in_one_or_ours(raised: object, kind: type[Exception]) -> None:
    with answering({"value": {"!": "function"}}, {"raised": raised}) as person:
        namespace: dict[str, Any] = {}
        person.fetch("total", namespace)
        with pytest.raises(kind):
            namespace["total"]()


def test_a_cell_keeps_its_outputs_and_its_error_is_noted() -> None:
    with answering({"outputs": [1], "raised": ["ValueError", "no"]}) as person:
        person.cell = "4"
        assert person.run("cell") == [1]
        assert person.notes == [["raised", "4", "ValueError: no"]]


def test_outputs_of_all_cells_together_are_bounded_in_size_and_in_lists() -> None:
    text, lists = {"outputs": ["x" * 5_000_000]}, {"outputs": [[]] * (BRACKETS * 2 // 3)}
    for much in (text, lists):
        with answering(much, much) as person:
            assert (len(person.run("one")) > 0, person.run("two")) == (True, [])
            assert person.notes == [["too-much", "", ""]]


def test_who_has_gone_is_not_asked_again() -> None:
    with answering() as person:
        assert person.run("cell") == []
        assert person.gone == "ended"
        person.fetch("found", {})
        assert person.notes == [["gone", "", "ended"]]
