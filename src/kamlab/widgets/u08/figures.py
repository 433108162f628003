"""The still figures of unit 8: pictures with their numbers in a table below, in the reader's language."""

from kamlab.i18n import N_, Translator, translator
from kamlab.models.continuity import OrderUpTo, disrupted_order_up_to
from kamlab.models.joint_lot import JointLot, joint_lot_cost
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, shortest
from kamlab.widgets.picture import Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u08 import meridian, who_plan

__all__ = ["LONG", "LOTS", "MOST_WEEKS", "SECOND", "SHORT", "Figure", "lots", "paid", "stops", "stored"]

LOTS = range(80, 501, 20)  # drives at a time
_TABLED = (100, 200, 300, 400, 500)
_NAMES = (N_("Meridian"), N_("Nordlys"), N_("Both"))
SHORT, LONG, SECOND = (0.02, 0.5), (0.005, 0.125), (0.005, 0.5)  # chances a week to stop, to end; assumed
WAITING = 40.0  # EUR that a machine waiting for a drive costs Nordlys a week; assumed
MOST_WEEKS = 12
_WEEKS = 52


def paid(lot: float) -> JointLot:
    """What a lot of this size costs Nordlys, Meridian and both, EUR a year."""
    one, stock = meridian.bought(meridian.NORDLYS), who_plan.CAPITAL + who_plan.SPACE
    return joint_lot_cost(
        lot,
        one.pieces,
        who_plan.PRODUCTION,
        who_plan.ORDER,
        who_plan.SETUP,
        stock,
        one.cost,
        one.price,
    )


def _sides(lot: float) -> tuple[float, float, float]:
    """Meridian, Nordlys, both; thousands of EUR a year."""
    found = paid(lot)
    return found.vendor_cost / 1000, found.buyer_cost / 1000, found.cost / 1000


def lots(lang: str | None = None) -> Figure:
    """What each side and both pay against the size of the lot.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(Axis(t("Drives at a time"), 0, 500), Axis(t("Cost, kEUR a year"), 0, 14))
    series = [
        Series(t(name), tuple((float(lot), _sides(lot)[i]) for lot in LOTS), at, below)
        for i, (name, at, below) in enumerate(zip(_NAMES, (-1, -1, -1), (True, False, False), strict=True))
    ]
    title = t("Three valleys: the best lot for Meridian, for Nordlys and for both")
    seen = t(
        "Three curves that fall and rise again: lowest at a small lot for Nordlys, at a large one for "
        "Meridian, in between for both, where the curve is flat."
    )
    numbers = listed(title, [_tabled(lot, t) for lot in _TABLED])
    caption = t(
        "What orders, set-ups and stock of the compact drive cost each side and both. Near the bottom the "
        "curve of both is flat."
    )
    return still(lines(Words("u08-lots", title, seen), frame, series, digits=1), caption, t, numbers)


def _tabled(lot: float, t: Translator) -> Figures:
    sums = {t(name): number(value, 1) for name, value in zip(_NAMES, _sides(lot), strict=True)}
    return {t("Drives at a time"): number(lot), **sums}


def stored(chances: tuple[float, float], weeks: float | None = None) -> OrderUpTo:
    """The stock against stops of a supplier, and its cost in EUR a week.

    Args:
        chances: that a stop begins, and that it ends, in a week.
        weeks: how many weeks of use lie there beyond the current one, or ``None`` for the best number.
    """
    _, capital, _, space = who_plan.holding(consigned=True)
    use = who_plan.need() / _WEEKS
    level = None if weeks is None else use * (weeks + 1)
    return disrupted_order_up_to((capital + space) / _WEEKS, WAITING, use, *chances, level)


def stops(lang: str | None = None) -> Figure:
    """The cost of stock and of waiting against the weeks that the stock covers.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(Axis(t("Weeks of stock"), 0, MOST_WEEKS, shortest), Axis(t("Cost, kEUR a year"), 0, 25))
    series = [
        Series(t("rare and long"), _costs(LONG), 6),
        Series(t("often and short"), _costs(SHORT), -1),
        Series(t("rare, with a second source"), _costs(SECOND), 4, below=True),
    ]
    title = t("Stock against short stops, a second source against long ones")
    seen = t(
        "Three curves. For short stops the cost is lowest at two weeks, for long ones at nine and still "
        "high; with a second source it is lowest without stock."
    )
    caption = t(
        "What stock and waiting machines cost together. The first two suppliers are down equally often; "
        "against rare and long stops stock helps little."
    )
    return still(lines(Words("u08-stops", title, seen), frame, series, digits=1), caption, t)


def _costs(chances: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    weeks = range(MOST_WEEKS + 1)
    return tuple((float(n), stored(chances, n).cost * _WEEKS / 1000) for n in weeks)
