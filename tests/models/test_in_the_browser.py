"""The models say the same in the reader's browser: CPython and Pyodide agree on every example."""

import importlib
import json
import math
from pathlib import Path

from doctest_values import shown_values

from kamlab.course.model_page import model_names, public_functions
from kamlab.live import node, sitezip
from kamlab.live.inputs import project_root

HERE = Path(__file__).parent


def differences(here: object, there: object, where: str) -> list[str]:
    """Where two results differ: numbers by more than 1e-9 of their size, anything else at all."""
    if isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
        pairs = enumerate(zip(here, there, strict=True))
        return [line for place, pair in pairs for line in differences(*pair, f"{where}[{place}]")]
    if isinstance(here, float) and isinstance(there, float):
        # What is zero up to rounding has no size to compare with.
        same = math.isclose(here, there, rel_tol=1e-9, abs_tol=1e-15)
    else:
        same = here == there
    return [] if same else [f"{where}: {here} in CPython, {there} in Pyodide"]


def test_every_example_has_the_same_value_in_pyodide(tmp_path: Path) -> None:
    sitezip.write(tmp_path / "site.zip", sitezip.kamlab_files())
    script = HERE / "doctest_values.py"
    said = node.run_node(
        HERE / "doctest_values.mjs", str(tmp_path / "site.zip"), str(script), cwd=project_root()
    )
    here, there = json.loads(json.dumps(shown_values())), json.loads(said)
    assert list(here) == list(there)
    assert set(here) == {
        f"{function.__module__}.{function.__name__}"
        for name in model_names()
        for function in public_functions(importlib.import_module(f"kamlab.models.{name}"))
    }
    assert [line for name in here for line in differences(here[name], there[name], name)] == []


def test_differences_are_found_wherever_they_are() -> None:
    assert differences([1.0, [2.0, "a"]], [1.0 + 1e-12, [2.0, "a"]], "x") == []
    assert differences([1.0, [2.0, "a"]], [1.0, [2.0 + 1e-8, "b"]], "x") == [
        "x[1][0]: 2.0 in CPython, 2.00000001 in Pyodide",
        "x[1][1]: a in CPython, b in Pyodide",
    ]
    assert differences([1.0], [1.0, 2.0], "x") != []
    assert differences(3, 4, "x") != []
