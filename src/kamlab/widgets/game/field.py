"""The map of all deals: what Meridian gains to the right, what Nordlys gains upwards."""

from kamlab.i18n import Translator
from kamlab.widgets.canvas import COLOURS, across
from kamlab.widgets.chart import Axis, Bubble, Frame
from kamlab.widgets.game import frontier, sheets
from kamlab.widgets.game.frontier import Gains
from kamlab.widgets.game.table import Table
from kamlab.widgets.game.terms import SELLER, SIDES
from kamlab.widgets.game.words import keur
from kamlab.widgets.picture import Picture, Words, bubbles

_BEYOND, _ABOVE = 0.35, 1.3  # of the gain possible: how far below no agreement and how high the map reaches
_ROOM = 1.1  # what lies beyond is still seen, with a margin
_SQUARE = 360  # drawing units
_BIG, _DOT = 9, 3.5  # drawing units: what has a mark, and an offer


def field(now: Table, t: Translator) -> Picture:
    """All deals, the efficient frontier, Nash's solution, the outcome and the offers of a finished game."""
    frame = _frame(now, t)
    fair, result = frontier.nash(now.pair), now.result
    points = [Bubble(fair.seller, fair.buyer, _BIG, "★", group=2), Bubble(0.0, 0.0, _BIG, "×", group=3)]
    outcome = []
    if now.match.agreed:
        points.insert(1, Bubble(result.seller, result.buyer, _BIG, "●", group=3, ring=True))
        outcome.append(("●", t("agreement")))
    description = t(
        "The field of all deals. On its upper right edge neither side can gain unless the other loses. "
        "Nash's solution gives Meridian {a} and Nordlys {b} a year; the outcome gives {c} and {d}.",
        a=keur(fair.seller, t),
        b=keur(fair.buyer, t),
        c=keur(result.seller, t),
        d=keur(result.buyer, t),
    )
    under = _deals(frame, now) + _edge(frame, now) + _zero(frame) + _offers(frame, now)
    drawn = Words("map", t("All deals, and how the game ended"), description)
    note = t(
        "Grey: all deals. Line: the efficient frontier. Dots: offers, Meridian's full, Nordlys's hollow."
    )
    keys = (("★", t("Nash's solution")), *outcome, ("×", t("no agreement")))
    return bubbles(drawn, frame, points, under=under).noted(note, keys)


def _frame(now: Table, t: Translator) -> Frame:
    most, result = sheets.most(now.pair), now.result
    low = min(-_BEYOND * most, result.seller * _ROOM, result.buyer * _ROOM)
    high = max(_ABOVE * most, result.seller * _ROOM, result.buyer * _ROOM)
    right = Axis(t("Meridian's gain, kEUR a year"), low, high)
    return Frame(right, Axis(t("Nordlys's gain, kEUR a year"), low, high), height=_SQUARE)


def _seen(frame: Frame, at: Gains) -> bool:
    axis = frame.horizontal  # the vertical one measures the same
    return all(axis.low <= each <= axis.high for each in at)


def _drawn(frame: Frame, points: list[Gains]) -> str:
    return " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in points)


def _deals(frame: Frame, now: Table) -> str:
    """The field of all deals, cut at the frame's four sides."""
    low, high = frame.horizontal.low, frame.horizontal.high
    corners = frontier.clipped(frontier.region(now.pair), (low, low))
    turned = frontier.clipped([(-x, -y) for x, y in corners], (-high, -high))
    points = _drawn(frame, [(-x, -y) for x, y in turned])
    return f'<polygon points="{points}" fill="currentColor" fill-opacity=".09"/>'


def _edge(frame: Frame, now: Table) -> str:
    """The efficient frontier."""
    points = [(one.seller, one.buyer) for one in frontier.frontier(now.pair)]
    seen = _drawn(frame, [one for one in points if _seen(frame, one)])
    look = f'class="kl-line kl-c2" fill="none" stroke="{COLOURS[2]}" stroke-width="2.5"'
    return f'<polyline {look} points="{seen}"/>'


def _zero(frame: Frame) -> str:
    """The lines above and to the right of which a side is better off than without an agreement."""
    low, high = frame.horizontal.low, frame.horizontal.high
    upright = f"M{frame.x(0):.1f} {frame.y(high):.1f}V{frame.y(low):.1f}"
    return f'<path stroke="currentColor" stroke-dasharray="3 3" d="{upright}{across(frame, 0.0)}"/>'


def _offers(frame: Frame, now: Table) -> str:
    """The offers made, each side's in its own colour and filling."""
    dots = []
    for place, side in enumerate(SIDES):
        for deal in now.match.offers(side):
            at = now.pair.seller.gain(deal), now.pair.buyer.gain(deal)
            fill = COLOURS[place] if side == SELLER else "none"
            if _seen(frame, at):
                dots.append(_dot(frame, at, place, fill))
    return "".join(dots)


def _dot(frame: Frame, at: Gains, place: int, fill: str) -> str:
    return (
        f'<circle class="kl-line kl-c{place}" cx="{frame.x(at[0]):.1f}" cy="{frame.y(at[1]):.1f}" r="{_DOT}" '
        f'fill="{fill}" stroke="{COLOURS[place]}" stroke-width="2"/>'
    )
