"""A game's rounds: one strip of cells a player, a letter and a colour for each move."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamlab.widgets.canvas import COLOURS, RIGHT, WIDTH, Caption, svg, text_at

_LEFT, _HIGH, _STRIP = 6, 24, 52  # drawing units: margin, a cell, a strip with its name
_WIDEST = 30.0
_FOOT = 44


@dataclass(frozen=True)
class Player:
    """One strip: the player's name and what it did, as places in the list of moves."""

    name: str
    moves: tuple[int, ...]


def rounds_chart(label: str, moves: Sequence[str], players: Sequence[Player], caption: Caption) -> str:
    """Every player's moves, round by round, from left to right.

    Args:
        label: what the numbers below the strips count, e.g. ``"Round"``.
        moves: one letter or sign a possible move; a picture's keys say what each stands for.
        players: from top to bottom.
        caption: the words for a screen reader.
    """
    count = max(len(player.moves) for player in players)
    width = min((WIDTH - _LEFT - RIGHT) / count, _WIDEST)
    strips = "".join(_strip(place, width, moves, player) for place, player in enumerate(players))
    bottom = len(players) * _STRIP
    every = 1 if count <= 12 else 5  # noqa: PLR2004 - two digits need the width of a cell
    numbers = "".join(
        text_at((_LEFT + (n - 0.5) * width, bottom + 14), str(n), "middle")
        for n in range(1, count + 1)
        if n == 1 or n % every == 0
    )
    name = text_at((_LEFT, bottom + 34), label)
    return svg((WIDTH, bottom + _FOOT), caption, strips + numbers + name)


def _strip(place: int, width: float, moves: Sequence[str], player: Player) -> str:
    top = place * _STRIP + 20
    cells = (_cell(_LEFT + i * width, top, width, move) for i, move in enumerate(player.moves))
    marks = (
        text_at((_LEFT + (i + 0.5) * width, top + 16.5), moves[move], "middle", "kl-mark")
        for i, move in enumerate(player.moves)
    )
    return text_at((_LEFT, top - 6), player.name) + "".join(cells) + "".join(marks)


def _cell(x: float, y: float, width: float, move: int) -> str:
    colour = COLOURS[move % 4]
    return (
        f'<rect class="kl-bubble kl-c{move % 4}" x="{x + 1:.1f}" y="{y}" width="{width - 2:.1f}" '
        f'height="{_HIGH}" fill="{colour}" stroke="{colour}" fill-opacity=".22"/>'
    )
