from collections.abc import Iterator

import pytest

from kamlab.grading import clock
from kamlab.grading.clock import Clock


@pytest.fixture(autouse=True)
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which each look at it moves on by what is next in this list."""
    steps: list[float] = []
    now = [0.0]

    def look() -> float:
        now[0] += steps.pop(0) if steps else 0.0
        return now[0]

    monkeypatch.setattr(clock.time, "perf_counter", look)
    return steps


def test_a_phase_that_comes_back_is_counted_together(seconds: list[float]) -> None:
    seconds += [0, 2, 0, 3]
    watch = Clock()
    for _ in range(2):
        with watch.phase("read"):
            pass
    assert watch.seconds == {"read": 5.0}


def test_a_phase_that_fails_is_counted_too(seconds: list[float]) -> None:
    seconds += [0, 2]
    watch = Clock()
    with pytest.raises(ValueError, match="no"), watch.phase("read"):
        raise ValueError("no")
    assert watch.seconds == {"read": 2.0}


def test_a_phase_within_another_is_not_counted_twice(seconds: list[float]) -> None:
    seconds += [0, 1, 2, 4, 8, 16]  # grade begins, 1 later read, 2 later its end, 4 later write, ...
    watch = Clock()
    with watch.phase("grade"):
        with watch.phase("read"):
            pass
        with watch.phase("write"):
            pass
    assert watch.seconds == {"read": 2.0, "write": 8.0, "grade": 1.0 + 4.0 + 16.0}


def test_waiting_for_items_counts_and_working_on_them_does_not(seconds: list[float]) -> None:
    seconds += [0, 1, 10, 1, 10, 1]  # 10: between asking for one item and for the next
    watch = Clock()
    assert list(watch.each("grade", iter("ab"))) == ["a", "b"]
    assert watch.seconds == {"grade": 3.0}


def test_items_are_taken_one_by_one() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    first = next(Clock().each("grade", source()))
    assert (first, taken) == (0, [0])
