"""Promises that every public function of every model keeps, tried on the calls that its own doctests make."""

import copy
import dataclasses
import doctest
import importlib
import inspect
import math
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kamlab import models
from kamlab.course.coverage import concepts
from kamlab.errors import ModelError
from kamlab.live.inputs import project_root

MODULES = [
    importlib.import_module(f"kamlab.models.{found.name}")
    for found in pkgutil.iter_modules(models.__path__)
    if not found.name.startswith("_")
]
UNITS = [concepts(f"u{number:02}") for number in range(1, 11)]
CONCEPTS = sorted((concept for unit in UNITS for concept in unit), key=lambda concept: concept.id)
BAD = [math.nan, math.inf, -math.inf, 10**400, 10**5000, True, None, "5", b"5", 1j, object(), -1, 0, 1e308]
BAD += [np.array(3.0), np.array([1.0, 2.0]), np.bool_(1), np.float64("nan"), np.int64(2), Fraction(1, 3)]
BAD += [5e-324, 0.5, [], [[]], [math.nan], [[math.nan]], ["5"], {}, {1: 2}, {3}, [None], (1, 2, 3), len]
BAD_NAMES = [str(place) for place in range(len(BAD))]  # pytest cannot show a number of 5,000 digits


@dataclass(frozen=True)
class Call:
    """A call that a function's doctest makes."""

    function: Callable[..., object]
    arguments: dict[str, object]

    def __str__(self) -> str:
        return f"{self.function.__module__.rpartition('.')[2]}.{self.function.__name__}"


def _public(module: ModuleType) -> dict[str, Callable[..., object]]:
    named = {name: getattr(module, name) for name in module.__all__}
    return {name: value for name, value in named.items() if inspect.isfunction(value)}


def _calls(module: ModuleType) -> Iterator[Call]:
    """Run the doctests of ``module`` with every public function noting what it is called with."""
    noted: list[Call] = []

    def noting(function: Callable[..., object]) -> Callable[..., object]:
        def noted_call(*arguments: object, **named: object) -> object:
            bound = inspect.signature(function).bind(*arguments, **named)
            bound.apply_defaults()
            noted.append(Call(function, copy.deepcopy(bound.arguments)))
            return function(*arguments, **named)

        return noted_call

    public = _public(module)
    wrapped = vars(module) | {name: noting(function) for name, function in public.items()}
    finder, runner = doctest.DocTestFinder(exclude_empty=True), doctest.DocTestRunner(verbose=False)
    for name, function in public.items():
        for test in finder.find(function, name, globs=wrapped):
            runner.run(test, out=lambda _text: None, clear_globs=False)
        yield from {str(call): call for call in noted if call.function is function}.values()


def test_the_package_names_every_model_with_the_concepts_that_it_serves() -> None:
    listed = dict(re.findall(r"^- ``(\w+)``:[^(]*\(([^)]*)\)\.$", models.__doc__ or "", re.MULTILINE))
    served = {
        name: [concept.id for concept in CONCEPTS if name in concept.models]
        for name in (module.__name__.rpartition(".")[2] for module in MODULES)
    }
    assert {name: re.findall(r"C\d\d", ids) for name, ids in listed.items()} == served
    assert len(listed) == 22


def test_every_concept_has_its_model() -> None:
    assert [concept.id for concept in CONCEPTS if concept.models] == [f"C{n:02}" for n in range(1, 65)]


def test_the_package_names_the_models_in_the_order_in_which_the_course_needs_them() -> None:
    listed = re.findall(r"^- ``(\w+)``:", models.__doc__ or "", re.MULTILINE)
    needed = [sorted(concept.models) for unit in UNITS for concept in unit]  # as on the page of the models
    assert listed == list(dict.fromkeys(chain.from_iterable(needed)))


def test_every_work_that_a_model_names_stands_once_in_the_bibliography_which_is_in_order() -> None:
    bibliography = (project_root() / "book" / "references.bib").read_text(encoding="utf-8")
    works = re.findall(r"^@\w+\{(\w+),", bibliography, re.MULTILINE)
    sources = [path.read_text(encoding="utf-8") for path in Path(models.__path__[0]).glob("*.py")]
    named = {key for source in sources for key in re.findall(r"\b[a-z]{3,}(?:1[89]|20)\d\d[a-z]?\b", source)}
    assert works == sorted(set(works))
    assert named - set(works) == set()
    assert {"berger1998", "wright1936"} <= named


CALLS = [call for module in MODULES for call in _calls(module)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_public_function_shows_a_call(module: ModuleType) -> None:
    shown = {call.function for call in CALLS}
    assert [name for name, function in _public(module).items() if function not in shown] == []


def _spoilt(value: object, bad: object) -> Iterator[object]:
    """``bad`` in the place of ``value``, and of the first entry of each list in it."""
    yield bad
    if isinstance(value, list | tuple) and value:
        yield from ([entry, *value[1:]] for entry in _spoilt(value[0], bad))
        yield [*value, bad]
    if isinstance(value, dict) and value:
        first = next(iter(value))
        yield from (value | {first: entry} for entry in _spoilt(value[first], bad))


def _numbers(answer: object) -> Iterator[float]:
    if isinstance(answer, int | float):
        yield answer
    elif isinstance(answer, list | tuple):
        for entry in answer:
            yield from _numbers(entry)
    elif isinstance(answer, dict):
        yield from _numbers(list(answer.values()))
    elif dataclasses.is_dataclass(answer):
        yield from _numbers([getattr(answer, field.name) for field in dataclasses.fields(answer)])


@pytest.mark.parametrize("bad", BAD, ids=BAD_NAMES)
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_nothing_but_finite_numbers_and_model_errors_leaves_a_model(call: Call, bad: object) -> None:
    for name, value in call.arguments.items():
        for spoilt in _spoilt(value, bad):
            try:
                answer = call.function(**(copy.deepcopy(call.arguments) | {name: spoilt}))
                assert all(map(math.isfinite, _numbers(answer)))
            except ModelError as error:
                assert error.parameter  # noqa: PT017 - whether it raises depends on the value
                assert str(error)  # noqa: PT017


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_no_model_changes_what_it_is_given(call: Call) -> None:
    given = copy.deepcopy(call.arguments)
    call.function(**given)
    assert repr(given) == repr(call.arguments)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_the_same_call_has_the_same_answer(call: Call) -> None:
    assert repr(call.function(**copy.deepcopy(call.arguments))) == repr(call.function(**call.arguments))
