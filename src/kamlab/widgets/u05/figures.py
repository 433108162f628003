"""The still figures of unit 5: pictures with their numbers in a table below, in the reader's language."""

from kamlab.data import AccountResult, account_results, ledger
from kamlab.i18n import N_, Translator, translator
from kamlab.models.continuity import supplier_count_cost
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, percent, whole
from kamlab.widgets.picture import Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u05.many_plan import LOSS, OWN, SHARED

__all__ = [
    "MOST",
    "SHARED_RISKS",
    "SIZES",
    "YEARS",
    "Figure",
    "accounts_by_size",
    "edge",
    "expected_loss",
    "second",
]

YEARS = (2023, 2024, 2025)
SIZES = (0.0, 50_000.0, 250_000.0)  # EUR a year from which an account is small, middling, large
_NAMES = (
    N_("below 50,000 EUR"),
    N_("50,000 to 250,000 EUR"),
    N_("from 250,000 EUR"),
)
_ROOM = 0.1  # years to the right, for the last year's name
SHARED_RISKS = (SHARED, SHARED / 4)  # chance a year that all stop at once; assumed
MOST = 5  # suppliers shown


def accounts_by_size(year: int) -> tuple[int, ...]:
    """How many accounts bought in ``year``, by the size of their purchases (small, middling, large)."""
    sizes = [_size(one) for one in account_results(ledger(), year) if one.revenue > 0]
    return tuple(sizes.count(size) for size in range(len(SIZES)))


def _size(one: AccountResult) -> int:
    return max(size for size, low in enumerate(SIZES) if one.revenue >= low)


def edge(lang: str | None = None) -> Figure:
    """Meridian's accounts by the size of their purchases, year by year.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    counted = [accounts_by_size(year) for year in YEARS]
    frame = wide(Axis(t("Year"), YEARS[0], YEARS[-1] + _ROOM, whole), Axis(t("Accounts that bought"), 0, 30))
    places = ((0, False), (len(YEARS) - 1, False), (1, True))  # label at, below: the lines meet at the end
    series = [
        Series(t(name), tuple((float(y), float(c[i])) for y, c in zip(YEARS, counted, strict=True)), *place)
        for i, (name, place) in enumerate(zip(_NAMES, places, strict=True))
    ]
    title = t("Meridian's accounts by size")
    seen = t("Three lines over three years: the small accounts fall steeply, the other two hardly move.")
    numbers = listed(title, [_counted(i, counted, t) for i in range(len(SIZES))])
    caption = t(
        "How many accounts bought from Meridian, by what they bought in the year. The small edge thins out; "
        "the middle stays where it was."
    )
    return still(lines(Words("u05-edge", title, seen), frame, series), caption, t, numbers)


def _counted(size: int, counted: list[tuple[int, ...]], t: Translator) -> Figures:
    by_year = {str(year): number(one[size]) for year, one in zip(YEARS, counted, strict=True)}
    return {t("Purchases from Meridian"): t(_NAMES[size]), **by_year}


def expected_loss(suppliers: int, shared_risk: float) -> float:
    """What a buyer loses a year on average because nothing comes, with this many suppliers (EUR)."""
    return supplier_count_cost(suppliers, shared_risk, OWN, LOSS, 0)


def second(lang: str | None = None) -> Figure:
    """The expected loss against the number of suppliers, for two chances that all stop at once.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(Axis(t("Suppliers"), 1, MOST), Axis(t("Expected loss, kEUR a year"), 0, 125))
    series = [
        Series(t("all stop at once: {chance}", chance=percent(risk, t, 1)), _losses(risk), 2)
        for risk in SHARED_RISKS
    ]
    title = t("What a second supplier saves, and a third does not")
    seen = t("Two curves that fall steeply to the second supplier and are flat from the third on.")
    caption = t(
        "Against a supplier's own failure the second one does nearly all there is to do. Against what stops "
        "all at once, no number of them helps."
    )
    return still(lines(Words("u05-second", title, seen), frame, series, digits=1), caption, t)


def _losses(shared_risk: float) -> tuple[tuple[float, float], ...]:
    counts = range(1, MOST + 1)
    return tuple((float(n), expected_loss(n, shared_risk) / 1000) for n in counts)
