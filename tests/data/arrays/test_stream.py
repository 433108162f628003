"""Many draws at once against the draws of ``random.Random``, one by one."""

import numpy as np
import pytest

from kamlab.data.arrays.stream import Stream, before, flat, place_in, ragged
from kamlab.data.draw import Draw


@pytest.mark.parametrize("seed", [0, 1, -1, 2029, 2**26, 2**55 - 1, 2**90 + 5])
@pytest.mark.parametrize("stream", [0, 5, 63])
def test_it_draws_what_draw_draws(seed: int, stream: int) -> None:
    many, single = Stream(seed, stream), Draw(seed, stream)
    ahead = many.ahead(500).tolist()
    assert ahead == [single.random() for _ in range(500)]
    assert [many.random() for _ in range(500)] == ahead


def test_it_never_runs_dry() -> None:
    many, single = Stream(4, 2), Draw(4, 2)
    assert [many.random() for _ in range(40_000)] == [single.random() for _ in range(40_000)]
    assert many.ahead(50_000).tolist() == [single.random() for _ in range(50_000)]


def test_looking_ahead_takes_nothing() -> None:
    many = Stream(4, 2)
    assert many.ahead(20).tolist() == many.ahead(20).tolist()
    assert many.place == 0


def test_what_draw_makes_of_draws_it_makes_too() -> None:
    many, single = Stream(9, 1), Draw(9, 1)
    assert [many.integer(3, 8) for _ in range(99)] == [single.integer(3, 8) for _ in range(99)]
    assert many.sample("abcdef", 4) == single.sample("abcdef", 4)
    many.ahead(60)
    places = many.place + 2 * np.arange(30)
    assert many.around_at(places, 0.25).tolist() == single.many_around(0.25, 30)


def test_ragged_counts_from_each_start() -> None:
    assert ragged([5, 9, 7], [2, 1, 0], 2).tolist() == [5, 7, 9]
    assert ragged([], []).tolist() == []


def test_groups_follow_one_another() -> None:
    assert before([2, 0, 3]).tolist() == [0, 2, 2]
    assert flat([[4, 5], [], [6]]).tolist() == [4, 5, 6]


def test_a_draw_names_a_place() -> None:
    assert place_in(np.array([0.0, 0.5, 0.999]), np.array([3, 4, 10])).tolist() == [0, 2, 9]
