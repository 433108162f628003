"""The pictures of the exercise on the chain: forty weeks of one course, and each firm's swings."""

from dataclasses import replace
from functools import partial

from kamlab.i18n import Translator
from kamlab.widgets.chart import Axis, Frame, Series, line_chart
from kamlab.widgets.numbers import number
from kamlab.widgets.picture import Picture, Words, bars, lines
from kamlab.widgets.u06 import bullwhip_plan as plan
from kamlab.widgets.u06.bullwhip_plan import MAKER, Chain


def run(now: Chain, t: Translator) -> Picture:
    """What customers buy and what Meridian orders, in one possible course."""
    bought, _, ordered = plan.weeks(now.terms.reach, now.terms.window, now.terms.delivery)
    reach = max(60, *(abs(value - plan.MEAN) + 5 for value in ordered))
    frame = Frame(
        Axis(t("Week"), 1, plan.WEEKS), Axis(t("Pieces a week"), plan.MEAN - reach, plan.MEAN + reach)
    )
    named = {t("what customers buy"): _dated(bought), t("what Meridian orders in magnets"): _dated(ordered)}
    description = t(
        "In these weeks customers buy between {low} and {high} pumps; Meridian orders between "
        "{ordered_low} and {ordered_high} sets of magnets.",
        low=number(min(bought)),
        high=number(max(bought)),
        ordered_low=number(min(ordered)),
        ordered_high=number(max(ordered)),
    )
    words = Words("run", t("Forty weeks of one possible course"), description)
    told = lines(words, frame, [Series(name, points) for name, points in named.items()])
    # The lines cross so often that a name beside them could not be read: the keys below name them.
    drawn = partial(line_chart, frame, [Series("", points) for points in named.values()])
    note = t("Below 0 the model sends goods back.") if min(ordered) < 0 else ""
    return replace(told, draw=drawn).noted(note, zip(("———", "— —"), named, strict=True))


def _dated(values: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    return tuple((float(week), value) for week, value in enumerate(values, start=1))


def _firms(t: Translator) -> tuple[str, ...]:
    return t("the shops"), "Nordlys", "Meridian", t("the maker")


def swings(now: Chain, t: Translator) -> Picture:
    """How much the orders swing that each firm receives."""
    top = max(40.0, now.swings[MAKER] * 1.1)
    frame = Frame(
        Axis(t("Orders that reach …"), 0, plan.FIRMS), Axis(t("Swing, pieces a week"), 0, top), height=240
    )
    entries = [(name, swing, number(swing, 1)) for name, swing in zip(_firms(t), now.swings, strict=True)]
    described = (t("{name}: {value}.", name=name, value=text) for name, _, text in entries)
    words = Words("swings", t("How much orders swing from week to week"), " ".join(described))
    return bars(words, frame, entries)
