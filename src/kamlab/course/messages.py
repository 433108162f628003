"""The course's own messages: found in the sources of ``kamlab``, for the catalogue of its words."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from kamlab import errors

#: Calls whose first argument is a message: ``t(...)``, ``self.t(...)``, ``N_(...)`` and the errors.
KEYWORDS = frozenset({"t", "N_", *errors.__all__})


def source_messages(package: Path) -> Catalog:
    """The template catalogue of every message in the Python files under ``package``.

    ``ModelError`` builds its message from its ``TEMPLATE``, which therefore counts as one too. Positions are
    left out: a line that moves is no change for the translator.
    """
    template = Catalog(project="kamlab", charset="utf-8")
    for path in sorted(package.rglob("*.py")):
        for message in messages(path.read_text(encoding="utf-8")):
            template.add(message)
    return template


def messages(source: str) -> Iterator[str]:
    r"""The messages of one Python source, in its order.

    >>> list(messages('raise DataError("No {x}.", x=1)\nself.t("a" "b")\nTEMPLATE = "c"'))
    ['No {x}.', 'ab', 'c']
    """
    literals = filter(None, map(_message_of, ast.walk(ast.parse(source))))
    for node in sorted(literals, key=lambda node: (node.lineno, node.col_offset)):
        if message := _literal(node):
            yield message


def _message_of(node: ast.AST) -> ast.expr | None:
    if isinstance(node, ast.Call) and node.args and _name(node.func) in KEYWORDS:
        return None if _name(node.func) == "ModelError" else node.args[0]
    if isinstance(node, ast.Assign) and any(_name(target) == "TEMPLATE" for target in node.targets):
        return node.value
    return None


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
