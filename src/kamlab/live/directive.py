"""A directive that puts HTML of ours into a page, in the page's language."""

from abc import ABC, abstractmethod
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import Directive

from kamlab.course.chapters import SPHINX_LANGUAGES
from kamlab.i18n import Translator, translator

__all__ = ["OnPage"]


class OnPage(Directive, ABC):
    """What it puts there is ``html``."""

    def run(self) -> list[nodes.Node]:
        """The HTML as a node."""
        settings = self.state.document.settings
        lang = next(key for key, name in SPHINX_LANGUAGES.items() if name == settings.env.config.language)
        return [nodes.raw("", self.html(Path(settings.env.srcdir).parent, translator(lang)), format="html")]

    @abstractmethod
    def html(self, root: Path, t: Translator) -> str:
        """The HTML.

        Args:
            root: the project's folder.
            t: the page's language.
        """
