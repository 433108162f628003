"""Touchpoints, as ``kamlab.data.relations`` draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kamlab.data.arrays.days import FIRST, by_day, working_day
from kamlab.data.arrays.pieces import days, words
from kamlab.data.arrays.stream import Stream, flat, place_in, ragged
from kamlab.data.dated import ids
from kamlab.data.names import CHANNELS
from kamlab.data.packed import TEXT
from kamlab.data.parameters import PARAMETERS
from kamlab.data.relations import CHANNEL_WHEEL, OUR_SHARE, TOUCH_STREAM
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.packed import Piece
    from kamlab.data.plan import AccountPlan
    from kamlab.data.tables import Row

__all__ = ["draw_touchpoints"]

_CHANNELS = np.array([CHANNELS.index(name) for name in CHANNEL_WHEEL])
_DRAWS = 3  # channel, who starts, day


def draw_touchpoints(seed: int, plans: tuple[AccountPlan, ...], contacts: list[Row]) -> tuple[Piece, ...]:
    """The columns of the table of touchpoints."""
    stream, places = Stream(seed, TOUCH_STREAM), {plan.account_id: at for at, plan in enumerate(plans)}
    years = [[YEARS.index(year) for year in plan.revenue] for plan in plans]
    account = [places[account_id] for _, account_id, *_ in contacts]
    active = [len(years[place]) for place in account]
    starts, counts = _meetings(stream, sum(active))
    first = ragged(starts, counts, _DRAWS)
    channel, ours, when = (stream.drawn[first + place] for place in range(_DRAWS))
    contact = np.repeat(np.repeat(np.arange(len(contacts)), active), counts)
    day = working_day(np.repeat(flat(years[place] for place in account), counts), when)
    order = by_day(day)
    return (
        (TEXT, tuple(ids("T", 5, len(order))), b""),
        words(tuple(row[0] for row in contacts), contact[order]),
        words(tuple(places), np.array(account)[contact][order]),
        days(day[order] + FIRST),
        words(CHANNELS, _CHANNELS[place_in(channel, len(_CHANNELS))][order]),
        words(("account", "Meridian"), np.where(ours < OUR_SHARE, 1, 0)[order]),
    )


def _meetings(stream: Stream, groups: int) -> tuple[list[int], list[int]]:
    """How many touchpoints each contact and year has, and where their draws begin."""
    fewest, most = PARAMETERS.contact.touchpoints
    drawn = (fewest + place_in(stream.ahead(groups * (1 + _DRAWS * most)), most - fewest + 1)).tolist()
    at, starts, counts = 0, [], []
    for _ in range(groups):
        starts.append(at + 1)
        counts.append(drawn[at])
        at += 1 + _DRAWS * drawn[at]
    return starts, counts
