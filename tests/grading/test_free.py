from typing import Any

import pytest

from kamlab.grading.free import FREE, find_free, insert

OURS = frozenset({"one", "two"})


def ours(name: str) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": name}}, "source": name}


def test_added_cells_stay_below_the_cell_of_ours_that_they_followed() -> None:
    cells = [
        (None, "markdown", "top"),
        ("one", "code", "1"),
        (None, "code", "x = 1"),
        ("theirs", "code", "y = 2"),
        ("two", "code", "2"),
    ]
    free = find_free(cells, OURS, frozenset())
    made = insert([ours("one"), ours("two")], free)
    assert [cell["source"] for cell in made] == ["top", "one", "x = 1", "y = 2", "two"]
    assert [FREE in cell["metadata"] for cell in made] == [True, False, True, True, False]
    assert len({cell["id"] for cell in made if FREE in cell["metadata"]}) == 3


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("raw", "x"),
        ("code", "# only a comment\n"),
        ("code", " \n"),
        ("markdown", ""),
        ("code", " given = 1\n"),
        ("None", "x"),
    ],
)
def test_what_holds_nothing_of_the_trainees_is_left_out(kind: str, text: str) -> None:
    free = find_free([("one", "code", "1"), (None, kind, text)], OURS, frozenset({"given = 1"}))
    assert (free.below, free.dropped, free.remarks) == ({}, 0, ())


def test_too_many_or_too_long_ones_are_counted_and_said() -> None:
    cells = [(None, "code", f"x = {number}") for number in range(205)]
    assert find_free(cells, OURS, frozenset()).dropped == 5
    free = find_free([(None, "code", "x" * 1_000_001), (None, "code", "y = 1")], OURS, frozenset())
    assert (free.dropped, free.below) == (1, {"": [("code", "y = 1")]})
    assert "1 added cells were left out" in str(free.remarks[0])


def test_the_rebuilt_cell_holds_the_text_and_nothing_else_of_what_was_handed_in() -> None:
    [cell] = insert([], find_free([("theirs", "code", "x")], OURS, frozenset()))
    assert cell == {
        "cell_type": "code",
        "id": "kamlab-free-0",
        "metadata": {FREE: True},
        "source": "x",
        "outputs": [],
        "execution_count": None,
    }
