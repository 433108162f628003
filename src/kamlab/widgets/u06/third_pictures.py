"""The pictures of the exercise with third parties: what a comparison sees, and how slack grows back."""

from kamlab.i18n import Translator
from kamlab.widgets.chart import Axis, Bubble, Frame, Series
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.picture import Picture, Words, bubbles, lines
from kamlab.widgets.u06 import third_plan as plan
from kamlab.widgets.u06.third_plan import BODY, OURS, Outcome

_HORIZON = 10  # years


def plants(now: Outcome, t: Translator) -> Picture:
    """The plants that the comparison sees, by their hours."""
    frame = Frame(
        Axis(t("Hours of labour for 100 drives"), 20, 60),
        Axis(t("Hours of machines for 100 drives"), 20, 50),
    )
    seen = plan.SEEN[now.plan.who]
    entries = [_bubble(name, now, t) for name in seen]
    labour, machines = (hours * now.score for hours in plan.PLANTS[OURS[0]])
    if now.score < 1:
        entries.append(Bubble(labour, machines, 5, "", t("A could be here"), 2))
    description = t(
        "The plants {plants} are seen. Meridian's plant A needs {labour} hours of labour and {machines} of "
        "machines; as good as the best that are seen it would need {labour_best} and {machines_best}.",
        plants=", ".join(seen),
        labour=number(plan.PLANTS[OURS[0]][0]),
        machines=number(plan.PLANTS[OURS[0]][1]),
        labour_best=number(labour, 1),
        machines_best=number(machines, 1),
    )
    picture = bubbles(Words("plants", t("What the comparison sees"), description), frame, entries)
    return picture.noted(t("Fewer hours are better: left and down. A ring marks the best that are seen."))


def _bubble(name: str, now: Outcome, t: Translator) -> Bubble:
    ours = name in OURS
    best = plan.scores(now.plan.who)[name] == 1
    label = t("makes for Nordlys") if name == OURS[0] else ""
    return Bubble(*plan.PLANTS[name], 12, name, label, 0 if ours else 1, ring=best)


def growing(now: Outcome, t: Translator) -> Picture:
    """How slack grows back between two rounds."""
    years = [step / 2 for step in range(2 * _HORIZON + 1)]
    start = 100 * (1 - plan.scores(BODY)[OURS[0]])
    alone = tuple((year, start + 100 * plan.GROWTH * year) for year in years)
    frame = Frame(
        Axis(t("Years"), 0, _HORIZON), Axis(t("Slack, % of labour and machines"), 0, 60), height=250
    )
    hidden = now.unseen > plan.SLACK
    series = (
        Series(t("nobody looks"), alone, 14),
        Series(t("your rounds"), _rounds(now), 2 if hidden else 1, below=hidden),
    )
    description = t(
        "Today slack is {start}. Where nobody looks it is {last} after {years} years. With your rounds it "
        "falls to {low} each time and grows to {high} before the next.",
        start=percent(start / 100, t, 1),
        last=percent(alone[-1][1] / 100, t, 1),
        years=number(_HORIZON),
        low=percent(now.unseen, t, 1),
        high=percent(now.unseen + now.growth * now.plan.years, t, 1),
    )
    return lines(Words("slack", t("How slack grows back"), description), frame, series, digits=1)


def _rounds(now: Outcome) -> tuple[tuple[float, float], ...]:
    """The saw of slack: a round clears what it sees, at once, and then it grows again (%)."""
    points, length = [], now.plan.years
    for start in range(0, _HORIZON, length):
        end = min(start + length, _HORIZON)
        points.append((float(start), 100 * now.unseen))
        # A round falls on a single day; a hair apart, both heights of it are points of one line.
        points.append((end - 0.01, 100 * (now.unseen + now.growth * (end - start))))
    return tuple(points)
