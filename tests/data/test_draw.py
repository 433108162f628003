"""The draws: the generator's own promise, and each formula on its own."""

import ast
from pathlib import Path

import pytest

import kamlab.data
from kamlab.data.draw import Draw
from kamlab.data.parameters import Range

SOURCES = sorted(Path(kamlab.data.__file__).parent.glob("*.py"))
GENERATOR = ("draw", "plan", "sales", "service", "relations", "generate")


def test_the_first_draws_of_a_seed_are_known() -> None:
    assert [Draw(0, 0).random(), Draw(1, 0).random()] == [0.8444218515250481, 0.47615826222934565]


def test_streams_of_one_seed_differ() -> None:
    assert len({Draw(7, stream).random() for stream in range(64)}) == 64


def test_whole_numbers_cover_their_range_evenly() -> None:
    draw = Draw(1, 0)
    counts = [0] * 6
    for _ in range(6000):
        counts[draw.integer(1, 6) - 1] += 1
    assert min(counts) > 900


def test_numbers_stay_in_their_range() -> None:
    draw = Draw(1, 0)
    assert all(2 <= draw.between(Range(2, 3)) < 3 for _ in range(1000))
    assert all(0.9 <= draw.around(0.1) <= 1.1 for _ in range(1000))


def test_weights_set_the_chances() -> None:
    draw = Draw(1, 0)
    found = [draw.weighted((0, 3, 1)) for _ in range(4000)]
    assert set(found) == {1, 2}
    assert found.count(1) / len(found) == pytest.approx(0.75, abs=0.03)


def test_a_sample_has_no_item_twice() -> None:
    draw = Draw(1, 0)
    assert sorted(draw.sample(range(10), 10)) == list(range(10))
    assert len(set(draw.sample("abcdef", 3))) == 3


def test_the_generator_asks_no_library_whose_digits_could_differ() -> None:
    """No math, no numpy, no gauss: only arithmetic, so that a browser draws the same ledger."""
    for path in SOURCES:
        if path.stem in GENERATOR:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {
                alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
            }
            assert not names & {"math", "cmath", "statistics", "numpy"}, path.name
            assert not any(isinstance(node, ast.Pow) for node in ast.walk(tree)), path.name


def test_no_module_of_the_core_needs_pandas_to_be_imported() -> None:
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
        assert "pandas" not in top, path.name
