"""The pictures of the consignment store: where the drives lie, and what a shipment costs."""

from kamlab.i18n import Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.numbers import euros, number, shortest
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.u08 import who_plan as plan
from kamlab.widgets.u08.who_plan import Store

Points = tuple[tuple[float, float], ...]
LOTS = (40, 300)  # pieces a shipment
_MIDDLE = 200
_PAIR = 2  # shipments a run: when they wait, both peaks are equally high and their names would meet


def stock(now: Store, t: Translator) -> Picture:
    """The stock in both houses over one run's cycle."""
    buyer, vendor = plan.levels(now)
    buyer, named = _named(buyer, now)
    top = max(plan.SHELF, now.peak, *(pieces for _, pieces in vendor))
    weeks = Axis(t("Weeks of one run's cycle"), 0, buyer[-1][0], shortest)
    frame = Frame(weeks, Axis(t("Drives in stock"), 0, top * 1.12))
    series = (
        Series(t("At Nordlys"), tuple(buyer), named, below=now.waits and now.run == _PAIR),
        Series(t("At Meridian"), tuple(vendor), _label_at(vendor, now)),
        Series(t("Shelf"), ((0.0, plan.SHELF), (buyer[-1][0], plan.SHELF)), 0),
    )
    description = t(
        "Over a cycle of {weeks} weeks the stock at Nordlys rises to {peak} drives and is {buyer} on "
        "average; at Meridian it is {vendor} on average. The shelf has room for {shelf}.",
        weeks=number(buyer[-1][0], 1),
        peak=number(now.peak),
        buyer=number(now.at_buyer),
        vendor=number(now.at_vendor),
        shelf=number(plan.SHELF),
    )
    return lines(Words("stock", t("Where the drives lie"), description), frame, series)


def _summit(points: list[tuple[float, float]]) -> int:
    return max(range(len(points)), key=lambda place: points[place][1])


def _label_at(points: list[tuple[float, float]], now: Store) -> int:
    """The peak, or where the run ends if many peaks stand close together."""
    return _summit(points) if now.waits or now.run == 1 else -3


def _named(points: list[tuple[float, float]], now: Store) -> tuple[list[tuple[float, float]], int]:
    """The line and where its name stands: at its last peak, or a little down the only slope there is."""
    if now.run > 1:
        return points, _last_summit(points)
    (left, high), (right, low) = points[-3], points[-1]
    return [*points[:-2], (left + (right - left) / 3, high + (low - high) / 3), *points[-2:]], -3


def _last_summit(points: list[tuple[float, float]]) -> int:
    return len(points) - 1 - _summit([(x, round(y, 6)) for x, y in points[::-1]])


def costs(now: Store, t: Translator) -> Picture:
    """What each side and both pay, by the size of a shipment."""
    lots = range(LOTS[0], LOTS[1] + 1, 20)
    plans = [plan.store(lot, now.run, now.change, consigned=now.consigned, waits=now.waits) for lot in lots]
    both, seller, buyer = (
        tuple((one.lot, value(one) / 1000) for one in plans)
        for value in (lambda s: s.cost, lambda s: s.vendor_cost, lambda s: s.buyer_cost)
    )
    top = max(y for _, y in both) * 1.1
    frame = Frame(Axis(t("Pieces a shipment"), *LOTS), Axis(t("Cost, kEUR a year"), 0, top))
    series = (
        Series(t("Both"), both, -1 if now.lot <= _MIDDLE else 3),  # away from the mark
        Series(t("Meridian"), seller, -3, below=_below(seller, buyer, top)),
        Series(t("Nordlys"), buyer, -3, below=_below(buyer, seller, top)),
        Series(t("Yours"), ((now.lot, 0.0), (now.lot, top * 0.92)), 1),
    )
    least = min(plans, key=lambda one: one.cost)
    description = t(
        "Cost by the size of a shipment, with this run and this owner. Together it is least at about {best} "
        "pieces, {least}; at your {lot} it is {cost}.",
        best=number(least.lot),
        least=euros(least.cost, t),
        lot=number(now.lot),
        cost=euros(now.cost, t),
    )
    return lines(Words("costs", t("What a size of shipment costs"), description), frame, series, 1)


def _below(mine: Points, other: Points, top: float) -> bool:
    """Whether a label stands below its line: the lower one's, and the higher one's where there is room."""
    ahead = mine[-3][1] - other[-3][1]
    return ahead < 0 or ahead > top / 4
