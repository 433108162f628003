"""The page ``book/models.md``: what each model answers, in its docstrings' own words, and where it is used.

Everything on the page comes from the docstrings of ``kamlab.models``, from ``concepts.csv`` and from
``course.toml``. So that the page can be read in two languages without saying everything twice, it leaves out
what a reader of Python finds in the docstrings: derivations, remarks, and what each function refuses.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from kamlab import models
from kamlab.course.coverage import Concept, concepts, taught
from kamlab.course.docstrings import Docstring, Parameter, read_docstring
from kamlab.course.outline import Unit, load_outline
from kamlab.errors import CourseError

__all__ = ["PAGE", "model_names", "models_markdown", "public_functions"]

PAGE = "book/models.md"
_HEAD = """\
(models)=
# The models of the course

The exercises and the cases compute with these models. For each of them this page says what it answers, what \
goes in and in which unit, what comes out, the equation, where it comes from, and an example with its \
result: a published one where there is one in print. *Derived* marks a number of our own.

Sums of money are in the currency of what goes in. A share or a rate of 0.1 is 10 %. A value outside the \
range that is stated is refused, with a sentence that says what is allowed. The page is made from the texts \
that stand beside the code in `kamlab.models`; they say more, and show how each equation is derived.

"""
_LEFT_OUT = re.compile(r"What (it|they|the models?) leaves? out")
_KEY = re.compile(r"\b[a-z]+\d{4}[a-z]?\b")
_CODE = re.compile(r"``([^`]+)``")
_EMPHASIS = re.compile(r"(?<![\w*])\*[^\s*][^*]*\*(?![\w*])")
_SPECIAL = re.compile(r"[*|$<\[\]]")


@dataclass(frozen=True)
class _Use:
    """A unit that uses a model, for one of its concepts."""

    unit: Unit
    concept: Concept
    taught: bool


class _Course:
    """Where each model is used, and which works the bibliography holds."""

    def __init__(self, root: Path) -> None:
        self.uses: list[_Use] = []
        for unit in load_outline(root).units:
            labels = taught(root, unit.id)
            self.uses += [_Use(unit, concept, concept.id in labels) for concept in concepts(unit.id)]
        bibliography = (root / "book" / "references.bib").read_text(encoding="utf-8")
        self.works = frozenset(re.findall(r"^@\w+\{(\w+),", bibliography, flags=re.MULTILINE))

    def of(self, name: str) -> list[_Use]:
        """The uses of the model called ``name``, in the order of the course.

        Raises:
            CourseError: no concept names it.
        """
        found = [use for use in self.uses if name in use.concept.models]
        if not found:
            raise CourseError("No concept uses the model '{name}': name it in concepts.csv.", name=name)
        return found


def model_names() -> list[str]:
    """The modules of ``kamlab.models``, in the alphabet's order."""
    return sorted(found.name for found in pkgutil.iter_modules(models.__path__) if found.name[0] != "_")


def public_functions(module: ModuleType) -> list[Callable[..., object]]:
    """The functions that ``module`` offers, in the order in which they are written."""
    named = (getattr(module, name) for name in module.__all__)
    functions = [one for one in named if inspect.isfunction(one)]
    return sorted(functions, key=lambda one: (one.__module__ != module.__name__, one.__code__.co_firstlineno))


def models_markdown(root: Path) -> str:
    """The whole page in MyST Markdown.

    Args:
        root: the project's folder.

    Raises:
        CourseError: a docstring or ``concepts.csv`` lacks what the page needs; names it.
    """
    course = _Course(root)
    order = {id(use): place for place, use in enumerate(course.uses)}
    names = sorted(model_names(), key=lambda name: (order[id(course.of(name)[0])], name))
    rows = ((f"`{name}`", f"{{ref}}`model-{name}`", _unit_numbers(course.of(name))) for name in names)
    overview = _table(("Model", "What it answers", "Units"), rows)
    return _HEAD + overview + "\n" + "\n".join(_model(name, course) for name in names)


def _unit_numbers(uses: Sequence[_Use]) -> str:
    return ", ".join(dict.fromkeys(_number(use.unit) for use in uses))


def _number(unit: Unit) -> str:
    return unit.id.removeprefix("u").lstrip("0")


def _model(name: str, course: _Course) -> str:
    module = importlib.import_module(f"kamlab.models.{name}")
    said = read_docstring(inspect.getdoc(module) or "")
    left_out = [paragraph for paragraph in said.body if _LEFT_OUT.match(paragraph)]
    if not said.body or not left_out:
        raise CourseError("The docstring of the model '{name}' must say what it leaves out.", name=name)
    parts = [
        f"(model-{name})=\n## {_text(said.summary.rstrip('.'), course)}\n",
        *(f"{_text(paragraph, course)}\n" for paragraph in dict.fromkeys((said.body[0], *left_out))),
        _table(("Unit", "Title", "Concept", "Section"), map(_use, course.of(name))),
        *_functions(module, course),
    ]
    return "\n".join(parts)


def _use(use: _Use) -> tuple[str, ...]:
    section = f"{{ref}}`concept-{use.concept.id.lower()}`" if use.taught else ""
    return (_number(use.unit), use.unit.title.en, use.concept.en, section)


def _functions(module: ModuleType, course: _Course) -> Iterator[str]:
    classes = {name: value for name in module.__all__ if inspect.isclass(value := getattr(module, name))}
    shown: set[str] = set()
    for function in public_functions(module):
        fields = [name for name in _returned(function, classes) if name not in shown]
        shown.update(fields)
        yield _function(function, [(name, classes[name]) for name in fields], course)


def _returned(function: Callable[..., object], classes: dict[str, type]) -> list[str]:
    """The result classes of ``function``, and the classes of their fields."""
    found: list[str] = []
    waiting = [str(inspect.signature(function).return_annotation)]
    while waiting:
        annotation = waiting.pop()
        fresh = [name for name in classes if re.search(rf"\b{name}\b", annotation) and name not in found]
        found += fresh
        waiting += [str(field) for name in fresh for field in inspect.get_annotations(classes[name]).values()]
    return found


def _function(function: Callable[..., object], results: list[tuple[str, type]], course: _Course) -> str:
    said = read_docstring(inspect.getdoc(function) or "")
    parts = [f"### `{function.__name__}`\n", f"{_text(said.summary, course)}\n"]
    parts.append(_parameters("Parameter", said.args, course))
    parts.append(f"**Result.** {_text(said.sections['Returns'], course)}\n")
    for _name, result in results:
        fields = read_docstring(inspect.getdoc(result) or "").args
        if fields:
            parts.append(_parameters("Field", fields, course))
    parts += _origin(said, course)
    return "\n".join(parts)


def _origin(said: Docstring, course: _Course) -> Iterator[str]:
    if equation := said.sections.get("Equation"):
        plain = equation.replace("``", "")  # the equation as a whole is set as code
        yield f"**Equation**\n\n`{plain}`\n"
    if source := said.sections.get("Source"):
        yield f"**Source.** {_text(source, course)}\n"
    if said.examples:
        yield "```pycon\n" + "\n".join(said.examples) + "\n```\n"


def _parameters(first: str, found: Iterable[Parameter], course: _Course) -> str:
    return _table((first, "Symbol", "What it is", "Unit and range"), (_row(one, course) for one in found))


def _row(one: Parameter, course: _Course) -> tuple[str, ...]:
    symbol = f"`{one.symbol}`" if one.symbol else ""
    return (f"`{one.name}`", symbol, _text(one.meaning, course), _text(one.unit, course))


def _text(text: str, course: _Course) -> str:
    """A docstring's ``text`` in Markdown: code, sources, and every other sign as itself."""
    pieces = _CODE.split(text)  # every second piece was between double backticks
    return "".join(f"`{piece}`" if place % 2 else _prose(piece, course) for place, piece in enumerate(pieces))


def _prose(text: str, course: _Course) -> str:
    kept = [match.span() for match in _EMPHASIS.finditer(text)]
    stars = {place for start, end in kept for place in (start, end - 1)}
    escaped = _SPECIAL.sub(lambda sign: sign[0] if sign.start() in stars else f"\\{sign[0]}", text)
    return _KEY.sub(lambda key: f"{{cite:t}}`{key[0]}`" if key[0] in course.works else key[0], escaped)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
