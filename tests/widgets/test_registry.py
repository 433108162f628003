"""Which concept is exercised where."""

from kamlab.widgets import registry

CONCEPTS = {"C01", "C02", "C44", "C49", "C58", "C59", "C60"}


def concepts(kind: str) -> set[str]:
    return {concept for entry in registry() if entry.kind == kind for concept in entry.concepts}


def test_every_concept_of_unit_1_is_exercised_and_asked_about() -> None:
    assert concepts("exercise") == CONCEPTS
    assert concepts("quiz-question") == CONCEPTS


def test_ids_are_unique() -> None:
    ids = [entry.exercise_id for entry in registry()]
    assert len(ids) == len(set(ids))


def test_every_entry_names_its_unit() -> None:
    assert {entry.unit for entry in registry()} == {"u01"}
