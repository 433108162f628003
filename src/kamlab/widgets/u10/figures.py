"""The still figures of unit 10: pictures with their numbers in a table below, in the reader's language."""

from functools import partial

from kamlab.i18n import N_, Translator, translator
from kamlab.models.supersession import substitution_share
from kamlab.widgets.canvas import COLOURS, Caption, svg, text_at
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, whole
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u10 import diamond_plan as plan
from kamlab.widgets.u10.diamond_picture import MARKS, MIDDLE, NAMES, ROWS
from kamlab.widgets.u10.supersede_plan import FIRST, OTHERS, fitted

__all__ = ["COUNTERPARTS", "YEARS", "Figure", "chains", "network", "networks", "ready"]

COUNTERPARTS = frozenset(
    {(plan.PLANNING, plan.LUCIA), (plan.QUALITY, plan.HUGO), (plan.SERVICE, plan.TESS)}
)  # who talk to each other directly in the second drawing
YEARS = tuple(range(2021, 2038))

_WIDTH, _HEIGHT, _PANEL = 520, 290, 255  # drawing units
_APEX, _EXPERT = {True: 84, False: 26}, {True: 26, False: 84}  # from the edge; True is the bow tie


def networks() -> tuple[plan.Network, plan.Network]:
    """The bow tie, and the network in which three pairs of counterparts talk directly as well."""
    return plan.today(), plan.network(plan.BOW_TIE | COUNTERPARTS, plan.START_HOURS)


def network(lang: str | None = None) -> Figure:
    """Who talks to whom in a bow tie, and what three more contacts change.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    tie, open_ = networks()
    title = t("From the bow tie towards a diamond")
    seen = t(
        "Two drawings of ten people, five in each firm. On the left every line runs through Ingrid and "
        "Stefan. On the right three more lines join counterparts directly, and the two circles are smaller."
    )
    names = (t("Bow tie"), t("Towards a diamond"))
    picture = Picture(Words("u10-network", title, seen), partial(_drawn, (tie, open_), names))
    caption = t(
        "In each drawing Meridian is on the left and Nordlys on the right; I is Ingrid, S is Stefan, and the "
        "table names the others. The larger a circle, the more pairs of others it stands between."
    )
    return still(picture, caption, t, listed(title, [_person(p, names, t) for p in plan.PEOPLE]))


def _person(person: str, names: tuple[str, str], t: Translator) -> Figures:
    between = [number(one.between[person], 1) for one in networks()]
    who = t("{mark}: {name}", mark=MARKS[person], name=t(NAMES[person]))
    return {t("Pairs of others that a person stands between"): who, **dict(zip(names, between, strict=True))}


def _drawn(both: tuple[plan.Network, plan.Network], names: tuple[str, str], caption: Caption) -> str:
    panels = [_panel(now, name, place) for place, (now, name) in enumerate(zip(both, names, strict=True))]
    return svg((_WIDTH, _HEIGHT), caption, "".join(panels))


def _panel(now: plan.Network, name: str, place: int) -> str:
    left, tie = place * (_WIDTH - _PANEL), place == 0
    at = {person: (left + _across(person, tie=tie), ROWS.get(person, MIDDLE)) for person in plan.PEOPLE}
    ties = "".join(_line(link, at) for link in plan.LINKS if link in now.links)
    middle = left + _PANEL / 2
    border = f'<path stroke="currentColor" stroke-dasharray="3 5" d="M{middle} 30V{_HEIGHT - 6}"/>'
    head = text_at((middle, 16), name, "middle", "kl-label")
    return border + head + ties + "".join(_circle(person, at[person], now) for person in plan.PEOPLE)


def _across(person: str, *, tie: bool) -> int:
    inwards = (_APEX if person in plan.APEXES else _EXPERT)[tie]
    return inwards if person in plan.MERIDIAN else _PANEL - inwards


def _line(link: plan.Link, at: dict[str, tuple[int, int]]) -> str:
    (x, y), (to, down) = at[link[0]], at[link[1]]
    kind = int(link in plan.CROSSING)
    dash = "" if kind else ' stroke-dasharray="7 4"'
    return (
        f'<path class="kl-line kl-c{kind}" fill="none" stroke="{COLOURS[kind]}" stroke-width="{2 + kind}"'
        f'{dash} d="M{x} {y}L{to} {down}"/>'
    )


def _circle(person: str, at: tuple[int, int], now: plan.Network) -> str:
    kind, radius = (0 if person in plan.MERIDIAN else 3), 11 + 2 * now.between[person] ** 0.5
    place = f'cx="{at[0]}" cy="{at[1]}" r="{radius:.1f}"'
    return (
        f'<circle {place} class="kl-svg-ground" fill="Canvas"/><circle {place} class="kl-bubble kl-c{kind}" '
        f'fill="{COLOURS[kind]}" stroke="currentColor" fill-opacity=".22"/>'
        + text_at((at[0], at[1] + 4.5), MARKS[person], "middle", "kl-mark")
    )


def ready(group: str, year: float) -> float:
    """The share of a group of chains that works by value management in a ``year``, by the survey's line."""
    pace = fitted(group)
    return substitution_share(pace.alpha, pace.midpoint, year)


def chains(lang: str | None = None) -> Figure:
    """The innovative chains and the others on the curve of substitution.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(Axis(t("Year"), YEARS[0], YEARS[-1], whole), Axis(t("Share by value management, %"), 0, 100))
    series = [
        Series(t(name), tuple((float(y), 100 * ready(group, y)) for y in YEARS), place, below)
        for group, name, place, below in (
            (FIRST, N_("innovative chains"), 12, False),
            (OTHERS, N_("all others"), 8, True),
        )
    ]
    title = t("Innovative chains and the others")
    seen = t("Two S-shaped curves. The innovative chains pass one half in 2027, the others four years later.")
    caption = t(
        "The curves through the two surveys of 2023 and 2025. All that lies to the right of 2025 is the "
        "equation's, not the world's."
    )
    return still(lines(Words("u10-chains", title, seen), frame, series, digits=1), caption, t)
