"""The page of the models says of every function what its docstring says, and is what is committed."""

import importlib
import inspect
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamlab.course import commands, model_page
from kamlab.course.coverage import concepts
from kamlab.course.docstrings import read_docstring
from kamlab.course.model_page import PAGE, model_names, models_markdown, public_functions
from kamlab.course.outline import load_outline
from kamlab.errors import CourseError

ROOT = Path(__file__).parents[2]
TEXT = models_markdown(ROOT)
UNITS = [unit.id for unit in load_outline(ROOT).units]
FUNCTIONS = [
    function
    for name in model_names()
    for function in public_functions(importlib.import_module(f"kamlab.models.{name}"))
]
UNIT = re.compile(
    r"shares?|currency|number|whole|years?|periods?|min|score|no unit|unit|[-−]?[\d.]+ to|any|one"
)


def section(heading: str) -> str:
    """What stands under a heading of the page, up to the next one."""
    return re.split(r"\n##+ ", TEXT.partition(f"\n{heading}\n")[2])[0]


def test_the_committed_page_is_what_the_docstrings_say() -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == TEXT


def test_every_module_has_its_section_and_says_what_it_leaves_out() -> None:
    assert set(model_names()) == {name for unit in UNITS for one in concepts(unit) for name in one.models}
    for name in model_names():
        module = inspect.getdoc(importlib.import_module(f"kamlab.models.{name}")) or ""
        title = read_docstring(module).summary.rstrip(".")
        assert re.search(rf"\(model-{name}\)=\n## {re.escape(title)}\n", TEXT)
        assert re.search(r"^What (it|they|the models?) leaves? out", section(f"## {title}"), re.MULTILINE)


def test_models_stand_in_the_order_of_the_course() -> None:
    used = {
        name: {unit for unit in UNITS for one in concepts(unit) if name in one.models}
        for name in model_names()
    }
    first = {name: min(UNITS.index(unit) for unit in units) for name, units in used.items()}
    shown = re.findall(r"^\(model-(\w+)\)=$", TEXT, re.MULTILINE)
    assert [first[name] for name in shown] == sorted(first.values())


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_every_function_is_shown_with_its_parameters_equation_source_and_example(function: object) -> None:
    said = read_docstring(inspect.getdoc(function) or "")
    shown = section(f"### `{function.__name__}`")  # type: ignore[attr-defined]
    assert list(inspect.signature(function).parameters) == [one.name for one in said.args]  # type: ignore[arg-type]
    assert all(f"\n| `{one.name}` |" in shown for one in said.args)
    assert {"Returns", "Raises", "Source"} <= set(said.sections)
    assert said.sections.get("Equation", "").replace("``", "") in shown
    assert "**Source.** " in shown
    assert said.examples
    assert "\n".join(said.examples) in shown


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_every_number_has_a_unit_or_a_range(function: object) -> None:
    numbers = {
        name
        for name, one in inspect.signature(function).parameters.items()  # type: ignore[arg-type]
        if re.search(r"\b(float|int)\b", str(one.annotation)) and "str" not in str(one.annotation)
    }
    args = read_docstring(inspect.getdoc(function) or "").args
    assert [one.name for one in args if one.name in numbers and not UNIT.search(one.unit)] == []


def test_every_source_is_a_work_of_the_bibliography() -> None:
    works = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "book/references.bib").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\{cite:t\}`(\w+)`", TEXT)) <= works
    # A key that is not in the bibliography would have stayed a plain word.
    words = re.sub(r"`[^`]*`", "", re.sub(r"```pycon.*?```", "", TEXT, flags=re.DOTALL))
    assert re.findall(r"\b[a-z]{3,}(?:19|20)\d\d[a-z]?\b", words) == []


def test_every_heading_of_a_function_is_its_own() -> None:
    names = [function.__name__ for function in FUNCTIONS]
    assert sorted(names) == sorted(set(names))


def test_signs_that_markdown_would_take_for_its_own_are_escaped() -> None:
    course = model_page._Course(ROOT)
    assert model_page._text("a *model*, δ*, |b|, x < 1, ``a*b`` of spence1973", course) == (
        r"a *model*, δ\*, \|b\|, x \< 1, `a*b` of {cite:t}`spence1973`"
    )


def test_the_command_writes_and_checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    monkeypatch.setattr(commands.chapters, "project_root", lambda: tmp_path)
    monkeypatch.setattr(commands.model_page, "models_markdown", lambda _root: "# Models\n")
    stale = CliRunner().invoke(commands.models, ["--check"])
    assert isinstance(stale.exception, CourseError)
    assert "kamlab models" in str(stale.exception)
    assert CliRunner().invoke(commands.models).exit_code == 0
    assert (tmp_path / PAGE).read_text() == "# Models\n"
    assert CliRunner().invoke(commands.models, ["--check"]).exit_code == 0


def test_a_model_that_no_concept_uses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_page, "model_names", lambda: ["astrology"])
    with pytest.raises(CourseError, match="No concept uses the model 'astrology'"):
        models_markdown(ROOT)
