"""The pictures of the exercise on balance: three gauges with their mean, and what each of them compares."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import Bar
from kamlab.widgets.chart import Axis
from kamlab.widgets.numbers import number, percent, shortest
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.u06 import balance_plan as plan
from kamlab.widgets.u06.balance_plan import Alliance

PARTS = {"trust": N_("Trust"), "power": N_("Power"), "risk": N_("Risk")}


def _tick(value: float) -> str:
    """As short as it can be: the first and the last stand at the edges of a narrow drawing."""
    return shortest(value, 2)


def gauges(now: Alliance, t: Translator) -> Picture:
    """Trust, power, risk and the balance."""
    values = {"trust": now.gauges.trust, "power": now.gauges.power, "risk": now.gauges.risk}
    rows = [_gauge(t(PARTS[key]), value, t) for key, value in values.items()]
    rows.append(Bar(t("Balance, with your weights"), 0.0, now.gauges.balance, number(now.gauges.balance, 2)))
    described = (t("{name}: {value}.", name=row.name, value=row.text) for row in rows)
    words = Words("gauges", t("Three gauges and their mean"), " ".join(described))
    axis = Axis(
        t("1 is a partnership of equals; the goal is {level}", level=number(plan.LEVEL, 2)), 0, 1, _tick
    )
    return rowed(words, t("Gauge"), axis, rows)


def _gauge(name: str, value: float, t: Translator) -> Bar:
    met = value >= plan.LEVEL - 1e-9
    shown = number(value, 2)
    text = t("✓ {value}", value=shown) if met else t("✗ {value}", value=shown)
    return Bar(name, 0.0, value, text, 2 if met else 1)


def pairs(now: Alliance, t: Translator) -> Picture:
    """What each gauge compares."""
    risk, part = 1 - now.terms.cover, now.terms.part
    rows = [
        Bar(t("Trust: what next year weighs"), 0.0, now.weight, number(now.weight, 2), 0),
        Bar(t("Trust: what it must weigh"), 0.0, now.needed, number(now.needed, 2), 3),
        Bar(t("Power: Meridian depends"), 0.0, now.seller.depends, percent(now.seller.depends, t), 0),
        Bar(t("Power: Nordlys depends"), 0.0, now.buyer.depends, percent(now.buyer.depends, t), 3),
        Bar(t("Risk: Meridian bears"), 0.0, risk, percent(risk, t), 0),
        Bar(t("Risk: Meridian's part of the gain"), 0.0, part, percent(part, t), 3),
    ]
    described = (t("{name}: {value}.", name=row.name, value=row.text) for row in rows)
    words = Words("pairs", t("What should be level, two by two"), " ".join(described))
    return rowed(words, t("What is weighed"), Axis(t("Share, 0 to 1"), 0, 1, _tick), rows)
