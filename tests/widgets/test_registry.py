"""Which concept is exercised where, and what each unit offers."""

from importlib import import_module

from kamlab.widgets import everything, registry, units

CONCEPTS = {"C01", "C02", "C44", "C49", "C58", "C59", "C60"}


def concepts(kind: str) -> set[str]:
    entries = (entry for entry in registry() if entry.unit == "u01" and entry.kind == kind)
    return {concept for entry in entries for concept in entry.concepts}


def test_every_concept_of_unit_1_is_exercised_and_asked_about() -> None:
    assert concepts("exercise") == CONCEPTS
    assert concepts("quiz-question") == CONCEPTS


def test_ids_are_unique() -> None:
    ids = [entry.exercise_id for entry in registry()]
    assert len(ids) == len(set(ids))


def test_every_entry_names_its_unit() -> None:
    assert {entry.unit for entry in registry()} == set(everything())


def test_what_stands_beside_the_units_comes_after_them_and_is_no_unit() -> None:
    assert list(everything()) == [*units(), "game"]
    assert all(name[0] == "u" and name[1:].isdigit() for name in units())


def test_a_chapter_finds_each_exercise_under_its_name() -> None:
    for unit, exercises in everything().items():
        package = import_module(f"kamlab.widgets.{unit}")
        assert {*package.__all__} == {"EXERCISES", *(one.name for one in exercises)}
        assert all(getattr(package, one.name) is one and one.unit == unit for one in exercises)
