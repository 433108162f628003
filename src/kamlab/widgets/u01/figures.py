"""The still figures of unit 1: pictures with their numbers in a table below, in the reader's language."""

from functools import partial

from kamlab.data import AccountResult, account_results, ledger, retention_by_segment
from kamlab.i18n import N_, Translator, translator
from kamlab.models.clv import retention_multiple
from kamlab.widgets.chart import Axis, Bubble, Series, level
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.picture import Words, bubbles, lines
from kamlab.widgets.sides import Figures, listed

__all__ = ["DISCOUNTS", "HORIZON", "RATES", "Figure", "multiples", "size_and_profit", "survival"]

SEGMENTS = (N_("Appliances"), N_("Machinery"), N_("Pumps and fans"), N_("Workshops"))
HORIZON = 5  # years
DISCOUNTS = (0.10, 0.20)  # a year
RATES = tuple(step / 100 for step in range(50, 96, 5))  # retention a year
_NAMED = 12  # accounts large enough for their name in the picture
_NAMED_FROM = 500_000.0  # EUR in three years


def survival(lang: str | None = None) -> Figure:
    """How many of ten customers of each segment remain, year by year, at the ledger's retention rates.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    rates = {one.segment: one.rate for one in retention_by_segment(ledger())}
    frame = wide(Axis(t("Years from now"), 0, HORIZON), Axis(t("Customers left of ten"), 0, 10))
    places = (2, HORIZON, 2, HORIZON)  # above a falling line there is room to the right, below it to the left
    series = [
        Series(t(name), _remaining(rates[name]), place, below=place == HORIZON)
        for name, place in zip(SEGMENTS, places, strict=True)
    ]
    title = t("Customers left of ten, by segment")
    seen = t(
        "Four falling lines: workshops leave fastest, appliance makers and machine builders stay longest."
    )
    numbers = listed(title, [_segment(name, rates[name], t) for name in SEGMENTS])
    caption = t(
        "Ten customers of each segment, year by year, if each segment keeps the yearly retention rate "
        "of Meridian's ledger."
    )
    return still(lines(Words("u01-survival", title, seen), frame, series), caption, t, numbers)


def _segment(name: str, rate: float, t: Translator) -> Figures:
    left = {t("after {n} years", n=round(year)): number(y, 1) for year, y in _remaining(rate)[1:]}
    return {t("Segment"): t(name), t("Retention a year"): percent(rate, t, 1), **left}


def _remaining(rate: float) -> tuple[tuple[float, float], ...]:
    return tuple((float(year), 10 * rate**year) for year in range(HORIZON + 1))


def size_and_profit(lang: str | None = None) -> Figure:
    """Every account by its revenue and its profit over the three years of the ledger.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    results = sorted(account_results(ledger()), key=lambda one: -one.revenue)
    low, high = (1.15 * end(one.profit for one in results) / 1e3 for end in (min, max))
    frame = wide(
        Axis(t("Revenue 2023 to 2025, million EUR"), 0, 4),
        Axis(t("Profit 2023 to 2025, kEUR"), low, high),
        height=400,
    )
    title = t("Revenue and profit of the sixty accounts")
    seen = t(
        "A cloud of sixty bubbles. The account furthest right is not the highest, "
        "and one large account is the lowest."
    )
    zero = level(frame, 0, t("neither profit nor loss"))
    picture = bubbles(Words("u01-size", title, seen), frame, [_bubble(one) for one in results], zero)
    numbers = listed(
        t("The twelve largest accounts, 2023 to 2025"), [_row(one, t) for one in results[:_NAMED]]
    )
    caption = t(
        "Revenue and profit of the sixty accounts over three years. Up is profitable, right is large: "
        "the two are not the same."
    )
    return still(picture, caption, t, numbers)


def _bubble(one: AccountResult) -> Bubble:
    name = one.name if one.revenue >= _NAMED_FROM and abs(one.profit) > _NAMED_FROM / 10 else ""
    return Bubble(one.revenue / 1e6, one.profit / 1e3, 5, name=name, group=int(one.profit < 0))


def _row(one: AccountResult, t: Translator) -> Figures:
    return {
        t("Account"): one.name,
        t("Revenue, kEUR"): number(one.revenue / 1e3),
        t("Discount"): percent(one.discounts / (one.discounts + one.revenue), t, 1),
        t("Cost to serve, kEUR"): number(one.cost_to_serve / 1e3),
        t("Profit, kEUR"): number(one.profit / 1e3),
    }


def multiples(lang: str | None = None) -> Figure:
    """The retention multiple against the retention rate, for two discount rates.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("Retention a year"), RATES[0], RATES[-1], partial(percent, t=t)),
        Axis(t("Lifetime value, in years of margin"), 0, 7),
    )
    labels = (RATES.index(0.90), RATES.index(0.65))
    series = [
        Series(
            t("discount rate {rate}", rate=percent(rate, t)),
            _multiples(rate),
            place,
            below=rate > min(DISCOUNTS),
        )
        for rate, place in zip(DISCOUNTS, labels, strict=True)
    ]
    title = t("What a customer is worth, in years of margin")
    seen = t("Two rising curves that bend upwards: the last points of retention are worth the most.")
    caption = t(
        "The retention multiple. Where money is dear, or where customers leave anyway, another point of "
        "retention is worth little."
    )
    return still(lines(Words("u01-multiple", title, seen), frame, series, digits=2), caption, t)


def _multiples(discount: float) -> tuple[tuple[float, float], ...]:
    return tuple((rate, retention_multiple(rate, discount)) for rate in RATES)
