"""The pictures of joint process work: where costs lie, and what Meridian makes of it."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, waterfall
from kamlab.widgets.numbers import thousands
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.u08 import both_plan as plan
from kamlab.widgets.u08.both_plan import (
    CALLS,
    DESK,
    INSPECTION,
    PROCESSES,
    QUOTES,
    Programme,
)

NAMES = {
    QUOTES: N_("Quotations"),
    CALLS: N_("Calls to the hotline"),
    DESK: N_("Orders on paper"),
    INSPECTION: N_("Incoming inspection"),
}


def work(t: Translator) -> Picture:
    """What each process costs either side today."""
    costs = [(one, plan.cost(one)) for one in PROCESSES]
    entries = [
        Bar(
            t("{process}, {side}", process=t(NAMES[one]), side=side),
            0.0,
            euro / 1000,
            thousands(euro, t, 1),
            group,
        )
        for one, both in costs
        for group, (side, euro) in enumerate(zip((t("Meridian"), t("Nordlys")), both, strict=True))
    ]
    description = t(
        "What each process costs a year: {costs}.",
        costs=t(", ").join(t("{what} {change}", what=bar.name, change=bar.text) for bar in entries),
    )
    words = Words("work", t("Where both sides' costs lie today"), description)
    return rowed(words, t("Process and side"), Axis(t("Cost, kEUR a year"), 0, 150), entries)


def result(now: Programme, t: Translator) -> Picture:
    """From freed minutes to Meridian's gain, step by step."""
    steps = [
        (t("Lower prices"), -now.given),
        (t("Joint days"), -now.seller_days),
        (t("Minutes beyond today's"), -now.overrun),
        (t("Margin on further sales"), now.more),
    ]
    entries = waterfall(
        (t("From freed minutes"), now.used / 1000, thousands(now.used, t, 1)),
        [(name, euro / 1000, thousands(euro, t, 1, sign=True)) for name, euro in steps],
        (t("Meridian gains"), thousands(now.seller_gain, t, 1, sign=True)),
    )
    description = t(
        "Meridian's gain: {steps}.",
        steps=t(", ").join(t("{what} {change}", what=bar.name, change=bar.text) for bar in entries),
    )
    edges = [edge for bar in entries for edge in (bar.start, bar.end)]
    axis = Axis(t("kEUR a year"), min(-50.0, *edges), max(150.0, *edges))
    return rowed(Words("result", t("What Meridian makes of it"), description), t("Step"), axis, entries)
