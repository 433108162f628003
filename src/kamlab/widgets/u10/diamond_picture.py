"""The pictures of the diamond exercise: who talks to whom, drawn as a bow tie or a diamond, and the hours."""

from functools import partial

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import Bar
from kamlab.widgets.canvas import COLOURS, WIDTH, Caption, svg, text_at
from kamlab.widgets.chart import Axis
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.u10 import diamond_plan as plan
from kamlab.widgets.u10.diamond_plan import MERIDIAN, PEOPLE, Link, Network

NAMES = {
    plan.INGRID: N_("Ingrid Solheim, sales"),
    plan.PLANNING: N_("Planner"),
    plan.QUALITY: N_("Head of quality"),
    plan.SERVICE: N_("Service engineer"),
    plan.HANNE: N_("Hanne Brekke, purchasing"),
    plan.STEFAN: N_("Stefan Lopez, purchasing"),
    plan.LUCIA: N_("Lucia Claes, marketing"),
    plan.HUGO: N_("Hugo Marsh, quality"),
    plan.TESS: N_("Tess Haas, maintenance"),
    plan.FELIX: N_("Felix Albrecht, finance"),
}
SHORT = {
    plan.INGRID: N_("Ingrid"),
    plan.PLANNING: N_("Planner"),
    plan.QUALITY: N_("Head of quality"),
    plan.SERVICE: N_("Service engineer"),
    plan.HANNE: N_("Hanne"),
    plan.STEFAN: N_("Stefan"),
    plan.LUCIA: N_("Lucia"),
    plan.HUGO: N_("Hugo"),
    plan.TESS: N_("Tess"),
    plan.FELIX: N_("Felix"),
}
MARKS = dict(zip(PEOPLE, "IPQEBSLHTF", strict=True))
#: Drawing units: how far down each expert stands; the two at the knot stand at ``MIDDLE``.
ROWS = {
    plan.QUALITY: 62,
    plan.PLANNING: 122,
    plan.HANNE: 202,
    plan.SERVICE: 262,
    plan.HUGO: 62,
    plan.LUCIA: 122,
    plan.FELIX: 202,
    plan.TESS: 262,
}
MIDDLE, _HEIGHT = 162, 300
_OUTER, _INNER = (
    (36, 138),
    (44, 158),
)  # x of an apex and of an expert: in a diamond, and (swapped) in a bow tie


def pair(link: Link, t: Translator) -> str:
    """Two people as an option names them."""
    return t("{one} – {other}", one=t(SHORT[link[0]]), other=t(SHORT[link[1]]))


def is_bow_tie(now: Network) -> bool:
    """Whether nobody but the two at the knot talks across."""
    return not any(link in now.links for link in plan.CROSSING[1:])


def contacts(now: Network, t: Translator) -> Picture:
    """Who talks to whom."""
    title = t("A bow tie") if is_bow_tie(now) else t("Towards a diamond")
    told = t(
        "Ten people as circles, Meridian's five on the left and Nordlys's five on the right; a line is a "
        "contact. {across} contacts cross the boundary, {inside} stay inside. The larger a circle, the more "
        "pairs it stands between: most of all {name}, with {pairs}.",
        across=sum(link in now.links for link in plan.CROSSING),
        inside=sum(link not in plan.CROSSING for link in now.links),
        name=t(SHORT[now.most_between]),
        pairs=number(now.between[now.most_between], 1),
    )
    keys = tuple((MARKS[person], t(NAMES[person])) for person in PEOPLE)
    note = t("The larger a circle, the more pairs of others can reach each other only through it.")
    drawn = partial(_drawn, now, (t("Meridian"), t("Nordlys")))
    return Picture(Words("net", title, told), drawn, keys=keys, note=note)


def _place(person: str, *, tie: bool) -> tuple[float, float]:
    apex, expert = _INNER[::-1] if tie else _OUTER
    x = apex if person in plan.APEXES else expert
    return (x if person in MERIDIAN else WIDTH - x), ROWS.get(person, MIDDLE)


def _drawn(now: Network, firms: tuple[str, str], caption: Caption) -> str:
    tie = is_bow_tie(now)
    ties = "".join(_line(link, tie=tie) for link in plan.LINKS if link in now.links)
    people = "".join(_person(now, person, tie=tie) for person in PEOPLE)
    half = WIDTH / 2
    border = f'<path stroke="currentColor" stroke-dasharray="3 5" d="M{half} 8V{_HEIGHT - 8}"/>'
    names = text_at((half - 12, 20), firms[0], "end", "kl-label") + text_at(
        (half + 12, 20), firms[1], "start", "kl-label"
    )
    return svg((WIDTH, _HEIGHT), caption, border + names + ties + people)


def _line(link: Link, *, tie: bool) -> str:
    """A contact: straight, or bent round those who sit between; across thick, inside dashed."""
    (x, y), (to, down) = (_place(person, tie=tie) for person in link)
    across = link in plan.CROSSING
    outwards = (-1 if x < WIDTH / 2 else 1) * (1 if tie else -1)
    bend = 26 * outwards * (x == to) * (abs(down - y) > 100)  # noqa: PLR2004 - further than a neighbour
    colour = 1 if across else 0
    dash = "" if across else ' stroke-dasharray="7 4"'
    return (
        f'<path class="kl-line kl-c{colour}" fill="none" stroke="{COLOURS[colour]}" '
        f'stroke-width="{3 if across else 2}"{dash} '
        f'd="M{x} {y}Q{(x + to) / 2 + 2 * bend:.0f} {(y + down) / 2:.0f} {to} {down}"/>'
    )


def _person(now: Network, person: str, *, tie: bool) -> str:
    x, y = _place(person, tie=tie)
    radius = 12 + 2 * now.between[person] ** 0.5
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" class="kl-svg-ground" fill="Canvas" stroke="none"/>'
        f'<circle class="kl-bubble kl-c{0 if person in MERIDIAN else 3}" cx="{x}" cy="{y}" '
        f'r="{radius:.1f}" fill="{COLOURS[0 if person in MERIDIAN else 3]}" stroke="currentColor" '
        f'fill-opacity=".22"/>' + text_at((x, y + 4.5), MARKS[person], "middle", "kl-mark")
    )


def hours(now: Network, t: Translator) -> Picture:
    """The hours that each person needs, beside those there are."""
    rows = [_hours(now, person, t) for person in PEOPLE]
    needs = ", ".join(t("{name}: {hours}", name=row.name, hours=row.text) for row in rows)
    words = Words("hours", t("Hours needed, of hours there are"), needs)
    most = max(plan.APEX_HOURS, *now.used.values())
    return rowed(words, t("Person"), Axis(t("Hours a month"), 0, most), rows)


def _hours(now: Network, person: str, t: Translator) -> Bar:
    shown = {"used": number(now.used[person], 1), "has": number(now.has(person))}
    text = t("✗ {used} of {has}", **shown) if person in now.over else t("✓ {used} of {has}", **shown)
    return Bar(t(NAMES[person]), 0.0, now.used[person], text, 1 if person in now.over else 2)


def leaving(now: Network, person: str, t: Translator) -> str:
    """What the others lose when somebody leaves."""
    return percent(now.missed[person], t)
