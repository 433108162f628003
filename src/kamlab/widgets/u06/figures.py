"""The still figures of unit 6: pictures with their numbers in a table below, in the reader's language."""

import math
from collections.abc import Callable
from functools import partial

from kamlab.i18n import translator
from kamlab.models.bullwhip import chain_ratio, chain_ratio_from_orders
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, percent, whole
from kamlab.widgets.picture import Words, lines
from kamlab.widgets.u06.bullwhip_plan import DEVIATION
from kamlab.widgets.u06.holding_plan import chain_share

__all__ = [
    "FIRMS",
    "MEMORY",
    "STAKES",
    "Figure",
    "seen",
    "stake",
    "unseen",
    "whip",
]

FIRMS = tuple(range(1, 7))  # firms between the customers and the order that is looked at
MEMORY = 10  # weeks in everybody's forecast
STAKES = tuple(step / 20 for step in range(11))  # shares of the other firm
_SLOW, _FAST = 2, 1  # weeks that each delivery takes


def unseen(firms: int, weeks: int) -> float:
    """How much the last firm's orders swing if each firm sees only the orders of the one before it.

    Args:
        firms: how many firms the wave has passed (1 or more).
        weeks: how long each delivery takes.

    Returns:
        The standard deviation, pieces a week.
    """
    return DEVIATION * math.sqrt(chain_ratio_from_orders([weeks] * firms, MEMORY))


def seen(firms: int, weeks: int) -> float:
    """The same where every firm sees what the customers buy (pieces a week)."""
    return DEVIATION * math.sqrt(chain_ratio([weeks] * firms, MEMORY, shared=True))


def whip(lang: str | None = None) -> Figure:
    """How orders swing from firm to firm, and what telling and delivering faster do about it.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("Firms that the wave has passed"), FIRMS[0], FIRMS[-1], whole),
        Axis(t("Swing of the orders, pieces a week"), 0, 50),
    )
    series = [
        Series(t("nobody sees the tills"), tuple((n, unseen(n, _SLOW)) for n in FIRMS), 3),
        Series(t("all see them"), tuple((n, seen(n, _SLOW)) for n in FIRMS), 5),
        Series(t("half the time"), tuple((n, unseen(n, _FAST)) for n in FIRMS), 2, below=True),
    ]
    title = t("A small wave grows from firm to firm")
    said = t("Three curves from the same height: one rises ever more steeply, the other two far more gently.")
    caption = t(
        "By how much orders swing (standard deviation) where customers' purchases swing by {swing} a week, "
        "every delivery takes two weeks and every forecast is the mean of {memory} weeks. The lowest curve "
        "has deliveries of one week and no data at all.",
        swing=number(DEVIATION),
        memory=MEMORY,
    )
    return still(lines(Words("u06-whip", title, said), frame, series, digits=1), caption, t)


def stake(lang: str | None = None) -> Figure:
    """What a share held in the other does to the profit of a chain with two margins, by who holds it.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    shares = partial(percent, t=t)
    frame = wide(
        Axis(t("Share that is held of the other"), 0, STAKES[-1] + 0.02, shares),
        Axis(t("Profit of both, share of the best"), 0.7, 0.9, shares),
    )
    series = [
        Series(t("Meridian of Nordlys Heat"), _chain(lambda s: (s, 0.0)), 7),
        Series(t("both ways"), _chain(lambda s: (s, s)), 10),
        Series(t("Nordlys Heat of Meridian"), _chain(lambda s: (0.0, s)), 8, below=True),
    ]
    title = t("It matters who holds a share of whom")
    low = percent(chain_share(0.0, 0.0), t)
    said = t("Three lines start at {low}: one rises, one rises by half as much, one stays level.", low=low)
    caption = t(
        "The profit of Meridian and Nordlys Heat together where each adds a margin of its own, without a say "
        "in the other's prices. Only the supplier's share of its customer mends anything."
    )
    return still(lines(Words("u06-stake", title, said), frame, series, digits=3), caption, t)


def _chain(held: Callable[[float], tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((s, chain_share(*held(s))) for s in STAKES)
