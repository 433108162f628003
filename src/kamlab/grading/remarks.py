"""Sentences about a submission that can be stored and said later in any language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kamlab.errors import KamlabError

__all__ = ["Remark"]


@dataclass(frozen=True)
class Remark:
    """An English template and its values, as in ``KamlabError``, but data rather than an exception.

    Args:
        template: the English sentence, with ``{name}`` where a value goes.
        values: what goes there, as text or numbers.
    """

    template: str
    values: Mapping[str, str | float] = field(default_factory=dict)

    @classmethod
    def of(cls, error: KamlabError) -> "Remark":
        """The sentence that ``error`` carries."""
        return cls(error.template, {name: str(value) for name, value in error.values.items()})

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Remark":
        """Read back what ``to_json`` wrote.

        Raises:
            KeyError, TypeError: it wrote something else.
        """
        values = data["values"]
        if not isinstance(values, dict):
            raise TypeError("values")
        return cls(str(data["template"]), values)

    def to_json(self) -> dict[str, object]:
        """This remark as JSON data."""
        return {"template": self.template, "values": dict(self.values)}

    def render(self, translate: Callable[..., str]) -> str:
        """Say it in the language of ``translate`` (a ``kamlab.i18n.Translator``)."""
        return translate(self.template, **self.values)

    def __str__(self) -> str:
        return self.template.format(**self.values)
