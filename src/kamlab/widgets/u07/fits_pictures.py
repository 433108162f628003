"""The pictures of seven parts: Kraljic's map with the limit of a failure, and what each part brings."""

from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import BOUNDARY
from kamlab.widgets.canvas import COLOURS, text_at
from kamlab.widgets.chart import Axis, Bar, Bubble, Frame, quarters
from kamlab.widgets.numbers import thousands
from kamlab.widgets.picture import Picture, Words, bubbles, rowed
from kamlab.widgets.u07 import fits_plan as plan
from kamlab.widgets.u07.fits_check import FIELDS
from kamlab.widgets.u07.fits_plan import PARTS, Part, Way

_END = 13.0  # points: the end of both axes
_POINT = 10_000.0  # EUR of margin a month for a point of profit impact
_CORNERS = tuple(FIELDS)[1::-1] + tuple(FIELDS)[:1:-1]  # top left, top right, bottom left, bottom right
WAYS = {Way.MARKET: N_("two suppliers"), Way.LOYAL: N_("understanding"), Way.INSIDE: N_("inside")}
_GROUPS = {Way.MARKET: 0, Way.LOYAL: 1, Way.INSIDE: 2}


def kraljic_map(now: plan.Choice, t: Translator) -> Picture:
    """Kraljic's map: how each part is bought, and the curve on which a failure costs the limit."""
    frame = Frame(
        Axis(t("Supply risk: months until another is approved"), 0, _END),
        Axis(t("Profit impact: margin that stops, 10 kEUR a month"), 0, _END),
        height=360,
    )
    names = [t(FIELDS[one]) for one in _CORNERS]
    dots = [_dot(place, one, now) for place, one in enumerate(PARTS, start=1)]
    under = quarters(frame, BOUNDARY, BOUNDARY, names) + _limit(frame, t)
    words = Words("map", t("The parts on Kraljic's map"), _map_told(now, t))
    note = t(
        "A ring marks an understanding, a star what you make inside. On and below the curve a failure costs "
        "at most {limit}: it is months times margin.",
        limit=thousands(plan.BLOW, t),
    )
    marks = ((str(place), t(one.name)) for place, one in enumerate(PARTS, start=1))
    return bubbles(words, frame, dots, under).noted(note, marks)


def _dot(place: int, one: Part, now: plan.Choice) -> Bubble:
    way = now.way(one)
    mark = f"{place}*" if way is Way.INSIDE else str(place)
    return Bubble(one.risk, one.impact, 12, mark, group=_GROUPS[way], ring=way is Way.LOYAL)


def _limit(frame: Frame, t: Translator) -> str:
    """The curve on which a failure costs the limit."""
    product = plan.BLOW / _POINT
    risks = [product / 10 + step * (10 - product / 10) / 30 for step in range(31)]
    path = "L".join(f"{frame.x(risk):.1f} {frame.y(product / risk):.1f}" for risk in risks)
    name = text_at((frame.right, frame.y(product / 10) + 16), thousands(plan.BLOW, t), "end", "kl-label")
    return f'<path fill="none" stroke="{COLOURS[1]}" stroke-width="2" d="M{path}"/>{name}'


def _map_told(now: plan.Choice, t: Translator) -> str:
    return " ".join(
        t(
            "{name}: {months} months, {margin} a month, {field}; {way}.",
            name=t(one.name),
            months=f"{one.months:g}",
            margin=thousands(one.margin, t),
            field=t(FIELDS[one.field]),
            way=t(WAYS[now.way(one)]),
        )
        for one in PARTS
    )


def worths(now: plan.Choice, t: Translator) -> Picture:
    """What each part brings Meridian, bought as decided."""
    entries = [
        Bar(
            _named(one, now, t),
            0,
            now.worth(one) / 1000,
            thousands(now.worth(one), t, 1),
            _GROUPS[now.way(one)],
        )
        for one in PARTS
    ]
    description = t(
        "What each part brings Meridian a year: {parts}.",
        parts=t(", ").join(f"{one.name} {one.text}" for one in entries),
    )
    words = Words("bars", t("What each part brings Meridian"), description)
    return rowed(words, t("Part"), Axis(t("Thousand EUR a year"), -80, 40), entries)


def _named(one: Part, now: plan.Choice, t: Translator) -> str:
    return t("{part} ({way})", part=t(one.name), way=t(WAYS[now.way(one)]))
