"""Draws formulas while the book is built, so that a page needs no formula engine.

A page then shows its formulas at once, on paper, from a folder and without scripts, and stays 0.7 MB lighter.
MathJax runs in one Node process; each formula becomes a picture for the eye and MathML for a screen reader.
"""

import html
import json
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.logging import getLogger

from kamlab.errors import SiteError
from kamlab.live.node import find_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

SCRIPT = Path(__file__).with_name("formulas.mjs")


class Engine:
    """MathJax in a Node process, started with the first formula.

    Args:
        root: the folder whose ``node_modules`` holds MathJax.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def _process(self) -> subprocess.Popen[str]:
        command = [find_node(), str(SCRIPT), str(self.root / "package.json")]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def draw(self, tex: str, *, display: bool) -> str:
        """The HTML of the formula ``tex``.

        Raises:
            SiteError: the formula is wrong, or Node or MathJax is not installed.
        """
        answer = self._ask({"tex": tex, "display": display})
        problem = answer.get("error") or _complaint(answer["svg"])
        if problem:
            raise SiteError("The formula {tex} cannot be drawn ({reason}): mend it.", tex=tex, reason=problem)
        picture = answer["svg"].replace('role="img"', 'aria-hidden="true"', 1)
        return f'{picture}<span class="math-spoken">{answer["mathml"]}</span>'

    def _ask(self, question: dict[str, object]) -> dict[str, str]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 - both were asked for as pipes
        assert stdout is not None  # noqa: S101
        try:
            print(json.dumps(question), file=stdin, flush=True)
        except BrokenPipeError:
            return {"error": "MathJax did not start: run 'npm ci'", "svg": ""}
        line = stdout.readline()
        return json.loads(line) if line else {"error": "MathJax stopped: run 'npm ci'", "svg": ""}

    def close(self) -> None:
        """End the process, if one was started."""
        if "_process" in self.__dict__:
            assert self._process.stdin is not None  # noqa: S101 - asked for as a pipe
            self._process.stdin.close()
            self._process.wait()


def _complaint(svg: str) -> str:
    _, found, rest = svg.partition('data-mjx-error="')
    return html.unescape(rest.split('"', 1)[0]) if found else ""


def setup_formulas(app: "Sphinx") -> None:
    """Make our drawings Sphinx's way of showing formulas."""
    app.add_html_math_renderer("kamlab", (_visit_inline, None), (_visit_block, None))
    app.connect("builder-inited", _start)
    app.connect("build-finished", _stop)


def _start(app: "Sphinx") -> None:
    app.env.kamlab_formulas = Engine(Path(app.srcdir).parent)  # type: ignore[attr-defined]


def _stop(app: "Sphinx", _error: Exception | None) -> None:
    app.env.kamlab_formulas.close()  # type: ignore[attr-defined]


def _visit_inline(writer: "HTML5Translator", node: "nodes.math") -> None:
    writer.body.append(f'<span class="math">{_drawn(writer, node, display=False)}</span>')
    raise nodes.SkipNode


def _visit_block(writer: "HTML5Translator", node: "nodes.math_block") -> None:
    name = f' id="{node["ids"][0]}"' if node["ids"] else ""
    number = f'<span class="eqno">({node["number"]})</span>' if node.get("number") else ""
    picture = _drawn(writer, node, display=True)
    writer.body.append(f'<div class="math math-block"{name} tabindex="0">{picture}{number}</div>')
    raise nodes.SkipNode


def _drawn(writer: "HTML5Translator", node: "nodes.Element", *, display: bool) -> str:
    engine: Engine = writer.builder.env.kamlab_formulas  # type: ignore[attr-defined]
    try:
        return engine.draw(node.astext().strip(), display=display)
    except SiteError as error:  # Sphinx knows the line, and goes on to find the other defects
        getLogger(__name__).warning(str(error), location=node)
        return html.escape(node.astext())
