"""The still figures of unit 1: pictures with their numbers in a table below, in the reader's language."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kamlab.data import AccountResult, account_results, ledger, retention_by_segment
from kamlab.i18n import N_, Translator, translator
from kamlab.models.clv import retention_multiple
from kamlab.widgets import chart
from kamlab.widgets.markup import element, escape
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent

__all__ = ["DISCOUNTS", "HORIZON", "RATES", "Figure", "multiples", "size_and_profit", "survival"]

SEGMENTS = (N_("Appliances"), N_("Machinery"), N_("Pumps and fans"), N_("Workshops"))
HORIZON = 5  # years
DISCOUNTS = (0.10, 0.20)  # a year
RATES = tuple(step / 100 for step in range(50, 96, 5))  # retention a year
_SHEET = Path(__file__).parents[1] / "static" / "figure.css"
_WIDTH, _LEFT = 520, 74  # drawing units: a figure has the column for itself
_NAMED = 12  # accounts large enough for their name in the picture
_NAMED_FROM = 500_000.0  # EUR in three years


@dataclass(frozen=True)
class Figure:
    """A picture and its data table, shown by every notebook front end.

    Args:
        picture: an SVG element.
        caption: what to see in it.
        numbers: the table behind it, as HTML.
        summary: the words that open the table.
    """

    picture: str
    caption: str
    numbers: str
    summary: str

    def _repr_html_(self) -> str:
        caption = element("figcaption", escape(self.caption))
        opener = element("summary", escape(self.summary))
        details = element("details", opener + self.numbers, class_="kl-details")
        sheet = element("style", _SHEET.read_text(encoding="utf-8"))
        return element("figure", sheet + self.picture + caption + details, class_="kl-figure")


def survival(lang: str | None = None) -> Figure:
    """How many of ten customers of each segment remain, year by year, at the ledger's retention rates.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    rates = {one.segment: one.rate for one in retention_by_segment(ledger())}
    frame = chart.Frame(
        chart.Axis(t("Years from now"), 0, HORIZON, number),
        chart.Axis(t("Customers left of ten"), 0, 10, number),
        left=_LEFT,
        width=_WIDTH,
    )
    places = (2, HORIZON, 2, HORIZON)  # above a falling line there is room to the right, below it to the left
    series = [
        chart.Series(t(name), _remaining(rates[name]), place, below=place == HORIZON)
        for name, place in zip(SEGMENTS, places, strict=True)
    ]
    title = t("Customers left of ten, by segment")
    words = t(
        "Four falling lines: workshops leave fastest, appliance makers and machine builders stay longest."
    )
    picture = chart.line_chart(frame, series, chart.Caption("u01-survival", title, words))
    head = (
        t("Segment"),
        t("Retention a year"),
        *(t("after {n} years", n=year) for year in range(1, HORIZON + 1)),
    )
    rows = [
        (t(n), percent(rates[n], t, 1), *(number(y, 1) for _, y in _remaining(rates[n])[1:]))
        for n in SEGMENTS
    ]
    caption = t(
        "Ten customers of each segment, year by year, if each segment keeps the yearly retention rate "
        "of Meridian's ledger."
    )
    return Figure(picture, caption, data_table(title, head, rows), t("The numbers of this figure"))


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
    frame = chart.Frame(
        chart.Axis(t("Revenue 2023 to 2025, million EUR"), 0, 4, number),
        chart.Axis(t("Profit 2023 to 2025, kEUR"), low, high, number),
        height=400,
        left=_LEFT,
        width=_WIDTH,
    )
    title = t("Revenue and profit of the sixty accounts")
    words = t(
        "A cloud of sixty bubbles. The account furthest right is not the highest, "
        "and one large account is the lowest."
    )
    picture = chart.bubble_chart(
        frame,
        [_bubble(one) for one in results],
        chart.Caption("u01-size", title, words),
        under=chart.level(frame, 0, t("neither profit nor loss")),
    )
    caption = t(
        "Revenue and profit of the sixty accounts over three years. Up is profitable, right is large: "
        "the two are not the same."
    )
    return Figure(picture, caption, _accounts_table(results, t), t("The numbers of this figure"))


def _bubble(one: AccountResult) -> chart.Bubble:
    name = one.name if one.revenue >= _NAMED_FROM and abs(one.profit) > _NAMED_FROM / 10 else ""
    return chart.Bubble(one.revenue / 1e6, one.profit / 1e3, 5, name=name, group=int(one.profit < 0))


def _accounts_table(results: list[AccountResult], t: Translator) -> str:
    head = (t("Account"), t("Revenue, kEUR"), t("Discount"), t("Cost to serve, kEUR"), t("Profit, kEUR"))
    return data_table(
        t("The twelve largest accounts, 2023 to 2025"), head, [_row(one, t) for one in results[:_NAMED]]
    )


def _row(one: AccountResult, t: Translator) -> tuple[str, ...]:
    discount = one.discounts / (one.discounts + one.revenue)
    money = (number(value / 1e3) for value in (one.revenue, one.cost_to_serve, one.profit))
    revenue, service, profit = money
    return one.name, revenue, percent(discount, t, 1), service, profit


def multiples(lang: str | None = None) -> Figure:
    """The retention multiple against the retention rate, for two discount rates.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = chart.Frame(
        chart.Axis(t("Retention a year"), RATES[0], RATES[-1], partial(percent, t=t)),
        chart.Axis(t("Lifetime value, in years of margin"), 0, 7, number),
        left=_LEFT,
        width=_WIDTH,
    )
    labels = (RATES.index(0.90), RATES.index(0.65))
    series = [
        chart.Series(
            t("discount rate {rate}", rate=percent(rate, t)),
            _multiples(rate),
            place,
            below=rate > min(DISCOUNTS),
        )
        for rate, place in zip(DISCOUNTS, labels, strict=True)
    ]
    title = t("What a customer is worth, in years of margin")
    words = t("Two rising curves that bend upwards: the last points of retention are worth the most.")
    picture = chart.line_chart(frame, series, chart.Caption("u01-multiple", title, words))
    head = (t("Retention a year"), *(t("discount rate {rate}", rate=percent(rate, t)) for rate in DISCOUNTS))
    rows = [(percent(r, t), *(number(retention_multiple(r, i), 2) for i in DISCOUNTS)) for r in RATES]
    caption = t(
        "The retention multiple. Where money is dear, or where customers leave anyway, another point of "
        "retention is worth little."
    )
    return Figure(picture, caption, data_table(title, head, rows), t("The numbers of this figure"))


def _multiples(discount: float) -> tuple[tuple[float, float], ...]:
    return tuple((rate, retention_multiple(rate, discount)) for rate in RATES)
