"""Every error that kamlab raises on purpose, in one tree.

::

    KamlabError
    ├── ModelError        a model's parameter lies outside the model's domain
    ├── DataError         a ledger, a case code or a secret cannot be used
    ├── AnswerError       an answer or an answers file cannot be used
    ├── CourseError       course.toml, a case source or a release is wrong
    ├── TranslationError  a catalogue lacks a string
    ├── SiteError         the site cannot be built or served
    └── GradingError      a submission cannot be graded
        └── SubmissionError   what was handed in cannot be read

A message is an English template and its values, so that ``render`` can say it in the reader's language.
"""

from collections.abc import Callable

__all__ = [
    "AnswerError",
    "CourseError",
    "DataError",
    "GradingError",
    "KamlabError",
    "ModelError",
    "SiteError",
    "SubmissionError",
    "TranslationError",
]


class KamlabError(Exception):
    """The base of the tree: a sentence that names the thing and the fix.

    Args:
        template: the English sentence, with ``{name}`` where a value goes.
        **values: what goes there.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def render(self, translate: Callable[..., str]) -> str:
        """Say the message in the language of ``translate`` (a ``kamlab.i18n.Translator``)."""
        return translate(self.template, **self.values)


class ModelError(KamlabError):
    """A parameter outside its domain.

    Args:
        parameter: the keyword's name.
        value: what was passed.
        allowed: the range in words, e.g. ``"0 to 1"``.
    """

    TEMPLATE = "{parameter} is {value}: the model allows {allowed}."

    def __init__(self, parameter: str, value: object, allowed: str) -> None:
        super().__init__(self.TEMPLATE, parameter=parameter, value=value, allowed=allowed)
        self.parameter = parameter


class DataError(KamlabError):
    """A ledger, a case code or a secret cannot be used."""


class AnswerError(KamlabError):
    """An answer or an answers file cannot be used."""


class CourseError(KamlabError):
    """``course.toml``, a case source or a release is wrong."""


class TranslationError(KamlabError):
    """A catalogue lacks a string or cannot be read."""


class SiteError(KamlabError):
    """The site cannot be built or served."""


class GradingError(KamlabError):
    """A submission cannot be graded."""


class SubmissionError(GradingError):
    """What was handed in cannot be read."""
