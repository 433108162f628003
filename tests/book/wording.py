"""What a chapter says, and how it writes numbers, for the tests that recompute them."""

from pathlib import Path

BOOK = Path(__file__).parents[2] / "book"


class Chapter:
    """The words of one chapter.

    Args:
        unit: such as ``"u05"``.
    """

    def __init__(self, unit: str) -> None:
        self.path = BOOK / f"{unit}.md"
        self.text = " ".join(self.path.read_text(encoding="utf-8").replace("\u00a0", " ").split())

    def says(self, statement: str) -> None:
        """Fail unless the chapter has these words."""
        assert statement in self.text, f"the chapter does not say: {statement}"


def whole(value: float) -> str:
    """Rounded to whole units; a true minus."""
    return f"{value:,.0f}".replace("-", "\u2212")


def thousands(value: float) -> str:
    """Rounded to whole thousands, as chapters write amounts."""
    return whole(round(value, -3))


def pct(share: float, digits: int = 0) -> str:
    """A share in per cent."""
    return f"{share * 100:.{digits}f} %"
