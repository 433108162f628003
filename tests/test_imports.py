"""The import rule: each layer may import those below it, itself and the foundation; nothing above it."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "kamlab"

FOUNDATION = {"__init__", "depth", "errors", "garbage", "i18n"}
BELOW: dict[str, set[str]] = {
    "models": set(),
    "data": {"models"},
    "widgets": {"models", "data"},
    "answers": {"models", "data"},
    "course": {"models", "data", "widgets", "answers"},
    "live": {"models", "data", "widgets", "answers", "course"},
    "grading": {"models", "data", "widgets", "answers", "course"},
}
BELOW["reports"] = BELOW["live"] | {"live", "grading"}
BELOW["publish"] = BELOW["reports"] | {"reports"}
# The top: the command line, and what puts the finished parts together for it.
BELOW["assemble"] = BELOW["publish"] | {"publish"}
BELOW["cli"] = BELOW["assemble"] | {"assemble"}

# These layers also run in a browser: what else they import at module level must be there too. A layer's
# module 'commands' is its part of the command line, which no page loads; nor does a page load what a layer
# does faster with numpy's arrays, which the rest of the layer may import in functions only.
NO_PAGE = {"commands", "arrays"}
BROWSER = {"models": set(), "data": set(), "widgets": {"anywidget", "traitlets", "IPython.display"}}
STANDARD = set(sys.stdlib_module_names) | {"__future__"}


@dataclass(frozen=True)
class Import:
    """One imported module, by its full name."""

    module: str
    line: int
    at_module_level: bool


def _names(node: ast.Import | ast.ImportFrom, package: list[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = package[: len(package) - node.level + 1] if node.level else []
    module = ".".join([*base, *([node.module] if node.module else [])])
    # 'from kamlab import data' imports kamlab.data.
    return [f"{module}.{alias.name}" for alias in node.names] if module == "kamlab" else [module]


def _is_for_type_checkers(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _imports(tree: ast.AST, package: list[str], *, top: bool = True) -> list[Import]:
    found: list[Import] = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found += [Import(name, node.lineno, top) for name in _names(node, package)]
        function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        found += _imports(node, package, top=top and not function and not _is_for_type_checkers(node))
    return found


def _layer(module: str) -> str:
    name = module.split(".")[1] if "." in module else "__init__"
    # 'from kamlab import __version__' reads a name of the package itself.
    return "__init__" if name.startswith("__") else name


def _mistake(module: str, found: Import) -> str | None:
    layer, root = _layer(module), found.module.split(".")[0]
    here = layer in BROWSER and not _no_page_loads(module) and found.at_module_level
    if root == "kamlab":
        beside = here and _no_page_loads(found.module)
        return "no page can load it" if beside else _own_mistake(layer, _layer(found.module))
    if here and root not in STANDARD:
        allowed = BROWSER[layer]
        return (
            None
            if found.module in allowed
            else f"a browser has only {', '.join(sorted(allowed)) or 'Python'}"
        )
    return None


def _no_page_loads(module: str) -> bool:
    return not NO_PAGE.isdisjoint(module.split(".")[2:])


def _own_mistake(layer: str, other: str) -> str | None:
    if layer in FOUNDATION:
        return None if other in FOUNDATION else "the foundation imports no layer"
    if other in FOUNDATION and (layer, other) != ("models", "i18n"):
        return None
    return None if other == layer or other in BELOW.get(layer, set()) else f"{layer} is not above {other}"


def violations(source: str, module: str) -> list[str]:
    """The imports of ``source`` that the module of this full name must not have, each as a sentence."""
    package = module.split(".")[:-1]
    checked = [(found, _mistake(module, found)) for found in _imports(ast.parse(source), package)]
    return [f"{module}:{found.line} imports {found.module}: {why}" for found, why in checked if why]


def _modules() -> list[tuple[str, Path]]:
    return [
        (".".join(("kamlab", *path.relative_to(SOURCE).with_suffix("").parts)), path)
        for path in sorted(SOURCE.rglob("*.py"))
    ]


def test_every_module_imports_downwards_only() -> None:
    wrong = [line for name, path in _modules() for line in violations(path.read_text(encoding="utf-8"), name)]
    assert not wrong, "\n".join(wrong)


def test_every_part_of_the_package_has_its_layer() -> None:
    assert {_layer(name) for name, _ in _modules()} <= FOUNDATION | set(BELOW)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kamlab.models.clv", "from kamlab.data import ledger"),
        ("kamlab.models.clv", "import kamlab.data.ledger"),
        ("kamlab.models.clv", "from kamlab import data"),
        ("kamlab.models.clv", "from kamlab.i18n import translator"),
        ("kamlab.models.clv", "from ..widgets import shell"),
        ("kamlab.models.clv", "def late():\n    from kamlab.widgets import shell"),
        ("kamlab.models.clv", "if TYPE_CHECKING:\n    from kamlab.data import Ledger"),
        ("kamlab.models.clv", "import numpy as np"),
        ("kamlab.models.clv", "try:\n    import numpy\nexcept ImportError:\n    pass"),
        ("kamlab.data.ledger", "import pandas"),
        ("kamlab.data.ledger", "from kamlab.data.arrays import generate"),
        ("kamlab.data.ledger", "from kamlab.data.arrays.stream import Stream"),
        ("kamlab.data.ledger", "from kamlab.answers import form"),
        ("kamlab.widgets.shell", "import ipywidgets"),
        ("kamlab.widgets.shell", "from IPython.core import magic"),
        ("kamlab.widgets.shell", "from kamlab.answers import form"),
        ("kamlab.answers.form", "from kamlab.widgets import shell"),
        ("kamlab.answers.form", "from kamlab.course import release"),
        ("kamlab.live.bundle", "from kamlab.grading import score"),
        ("kamlab.grading.score", "from kamlab.live import bundle"),
        ("kamlab.grading.score", "from kamlab.cli import main"),
        ("kamlab.errors", "from kamlab.models import clv"),
        ("kamlab.__init__", "from kamlab.cli import main"),
    ],
)
def test_an_import_against_the_rule_is_caught(module: str, source: str) -> None:
    assert len(violations(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "kamlab.models.clv",
            "import math\nfrom kamlab.errors import ModelError\nfrom kamlab.models._linear import solve",
        ),
        ("kamlab.models.clv", "from . import _linear\nfrom ._domain import number"),
        ("kamlab.data.ledger", "from kamlab.models import clv\nfrom kamlab.i18n import N_"),
        ("kamlab.data.ledger", "def late():\n    from kamlab.data.arrays import generate"),
        ("kamlab.data.arrays.stream", "import numpy as np\nfrom kamlab.data.arrays.days import FIRST"),
        ("kamlab.data.commands", "import click"),
        ("kamlab.data.ledger", "def frames():\n    import pandas"),
        ("kamlab.data.ledger", "if TYPE_CHECKING:\n    import pandas"),
        ("kamlab.widgets.shell", "import anywidget\nimport traitlets\nfrom IPython.display import display"),
        ("kamlab.answers.form", "import ipywidgets\nfrom kamlab.data import ledger"),
        ("kamlab.reports.cohort", "from kamlab.grading import score\nfrom kamlab.live import bundle"),
        ("kamlab.cli", "from kamlab import __version__\nfrom kamlab.grading.commands import grade"),
    ],
)
def test_an_import_that_keeps_the_rule_passes(module: str, source: str) -> None:
    assert violations(source, module) == []
