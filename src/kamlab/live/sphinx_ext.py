"""What the book needs from Sphinx beyond Jupyter Book."""

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def drop_formulas(app: "Sphinx", doctree: nodes.document) -> None:
    """Keep displayed formulas out of the translators' templates: they are the same in both languages."""
    if app.builder.name == "gettext":
        for formula in list(doctree.findall(nodes.math_block)):
            formula.parent.remove(formula)


def setup(app: "Sphinx") -> dict[str, bool]:
    """Register with Sphinx."""
    # Jupyter Book always passes this setting on; the extension that reads it (comments) is left out.
    app.add_config_value("comments_config", {}, "html")
    app.connect("doctree-read", drop_formulas)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
