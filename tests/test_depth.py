import pytest

from kamlab.depth import deeper


@pytest.mark.parametrize(
    ("value", "levels", "more"),
    [
        (1, 0, False),
        ([], 0, True),
        ([1, {"a": 2}], 2, False),
        ([1, {"a": [2]}], 2, True),
        ({"a": {"b": {}}}, 3, False),
        ([[], [[]]], 1, True),
    ],
)
def test_depth_counts_lists_and_tables_not_what_is_in_them(value: object, levels: int, more: bool) -> None:  # noqa: FBT001 - a case
    assert deeper(value, levels) is more


def test_depth_is_found_without_going_deep_itself() -> None:
    value: list[object] = []
    for _ in range(100_000):
        value = [value]
    assert deeper(value, 1000)
