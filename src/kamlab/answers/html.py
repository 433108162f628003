"""Small pieces of HTML that forms, checks and tables share; whatever is shown is escaped here."""

from collections.abc import Sequence
from html import escape

from kamlab.i18n import N_, Translator

# Words and signs carry the meaning; there is no colour to see.
_SIGNS = {"good": "✔", "hint": "ℹ", "problem": "✎", "flag": "⚑", "": ""}


def status(kind: str, message: str) -> str:
    """A line that a screen reader announces: ``kind`` is good, hint, problem, flag or empty."""
    sign = f'<span aria-hidden="true">{_SIGNS[kind]}</span> ' if _SIGNS[kind] else ""
    name = f"kamlab-{kind or 'plain'}"
    return f'<div role="status" aria-live="polite" class="{name}">{sign}{escape(message)}</div>'


def paragraph(words: str, *, strong: bool = False) -> str:
    """A paragraph, in bold where it is a question."""
    inside = f"<strong>{escape(words)}</strong>" if strong else escape(words)
    return f'<p style="margin:.2em 0;line-height:1.4;max-width:44em">{inside}</p>'


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with a caption; the first cell of each row is its header, cells of figures are set right."""
    sides = ["left", *(_side_of(cell) for cell in rows[0][1:])] if rows else ["left" for _ in head]
    top = "".join(
        f'<th scope="col" style="text-align:{side}">{escape(word)}</th>'
        for side, word in zip(sides, head, strict=True)
    )
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        '<table style="font-variant-numeric:tabular-nums;line-height:1.3">'
        '<caption style="text-align:left;font-weight:600">'
        f"{escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Sequence[str]) -> str:
    first, *rest = row
    cells = "".join(f'<td style="text-align:{_side_of(cell)}">{escape(cell)}</td>' for cell in rest)
    style = "text-align:left;white-space:nowrap"
    return f'<th scope="row" style="{style}">{escape(first)}</th>{cells}'


def _side_of(cell: str) -> str:
    return "right" if cell[:1].isdigit() or cell[:1] in "−-–" else "left"


def money(amount: float) -> str:
    """An amount in whole EUR with thousands marked and a true minus sign; the unit stands in the head."""
    return f"{amount:,.0f}".replace("-", "−")


def saved_line(t: Translator, saved_at: str) -> str:
    """'Saved 14:03', or that nothing is saved yet."""
    if not saved_at:
        return t(N_("Nothing saved yet."))
    return t("Saved {time}", time=saved_at[11:16])
