import inspect
import re

import pytest

from kamlab import errors
from kamlab.errors import DataError, GradingError, KamlabError, ModelError, SubmissionError


def _classes() -> dict[str, type]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: one for name, one in found if one.__module__ == errors.__name__}


def _drawn() -> dict[str, str | None]:
    """Each class of the tree in the docstring, with the class above it (four columns a level)."""
    above: dict[int, str] = {}
    parents: dict[str, str | None] = {}
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"    ([ │├└─]*)(\w+Error)\b", line)
        if match:
            depth = len(match[1]) // 4
            above[depth] = match[2]
            parents[match[2]] = above.get(depth - 1)
    return parents


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    real = {
        name: one.__bases__[0].__name__ if one is not KamlabError else None
        for name, one in _classes().items()
    }
    assert _drawn() == real


def test_every_error_is_public() -> None:
    assert sorted(errors.__all__) == sorted(_classes())


def test_every_error_says_what_it_is_for() -> None:
    assert all(one.__doc__ for one in _classes().values())


@pytest.mark.parametrize("kind", _classes().values(), ids=lambda kind: kind.__name__)
def test_one_except_catches_every_error_of_ours(kind: type) -> None:
    assert issubclass(kind, KamlabError)
    assert issubclass(kind, Exception)


def test_a_message_is_its_template_with_the_values_filled_in() -> None:
    error = DataError("The case code {code} is one character short: type it again.", code="7QK4-M2XD-9RT")
    assert str(error) == "The case code 7QK4-M2XD-9RT is one character short: type it again."
    assert error.template.startswith("The case code {code}")
    assert error.values == {"code": "7QK4-M2XD-9RT"}


def test_a_message_is_rendered_in_the_readers_language() -> None:
    def translate(message: str, **values: object) -> str:
        return {"Port {port} is in use.": "端口 {port} 已被占用。"}[message].format(**values)

    assert errors.SiteError("Port {port} is in use.", port=8000).render(translate) == "端口 8000 已被占用。"


def test_a_model_error_names_the_parameter_the_value_and_the_range() -> None:
    error = ModelError("retention", 1.2, "0 to 1")
    assert str(error) == "retention is 1.2: the model allows 0 to 1."
    assert error.parameter == "retention"
    assert error.values == {"parameter": "retention", "value": 1.2, "allowed": "0 to 1"}


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert str(DataError("Key {key} is unknown.", key="{odd}")) == "Key {odd} is unknown."


def test_what_was_handed_in_is_part_of_grading() -> None:
    with pytest.raises(GradingError, match="holds no notebook"):
        raise SubmissionError("The archive {archive} holds no notebook.", archive="ada.zip")
