"""The pictures of security of supply: outages, and swings of use."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.numbers import euros, number
from kamlab.widgets.picture import Picture, Words, bars, lines
from kamlab.widgets.u08 import continuity_plan as plan
from kamlab.widgets.u08.continuity_plan import Cover

_NAMES = {"Norway": N_("Norway"), "Poland": N_("Poland"), "Italy": N_("Italy")}


def outages(now: Cover, t: Translator) -> Picture:
    """What outages cost, by the weeks bridged, with one source of chips and with two."""
    weeks = range(plan.MOST_BRIDGED + 1)
    one, two = (tuple((float(n), _cost(n, second=second) / 1000) for n in weeks) for second in (False, True))
    top = one[0][1] * 1.1
    frame = Frame(
        Axis(t("Weeks of outage that the stock bridges"), 0, plan.MOST_BRIDGED),
        Axis(t("Cost for both, kEUR a year"), 0, top),
    )
    series = (
        Series(t("One source"), one, 3),
        Series(t("Two sources, paid for"), two, 3, below=True),
        Series(t("Yours"), ((float(now.bridged), 0.0), (float(now.bridged), top * 0.97)), 1),
    )
    description = t(
        "What outages cost both, stock, late drives and source together, by the weeks bridged. With one "
        "source it is least at {weeks} weeks, {cost}; with two at {others} weeks, {other}.",
        weeks=_least(second=False),
        cost=euros(_cost(_least(second=False), second=False), t),
        others=_least(second=True),
        other=euros(_cost(_least(second=True), second=True), t),
    )
    return lines(Words("outages", t("Stock, or a faster recovery"), description), frame, series, 1)


def _cost(bridged: int, *, second: bool) -> float:
    left, owed = plan.outage(bridged, second=second)
    late = plan.WEEKS * owed * (plan.BUYER_LATE + plan.SELLER_LATE)
    return left * plan.stock_cost() + late + (plan.SECOND if second else 0.0)


def _least(*, second: bool) -> int:
    return min(range(plan.MOST_BRIDGED + 1), key=lambda weeks: _cost(weeks, second=second))


def swings(now: Cover, t: Translator) -> Picture:
    """The drives held against swings, in three stores and in one."""
    separate, together = plan.swings()
    names = [*(t(_NAMES[name]) for name in plan.PATTERN), t("Sum"), t("Joint")]
    held = [now.z * one for one in (*separate, sum(separate), together)]
    entries = [(name, drives, number(drives, 1)) for name, drives in zip(names, held, strict=True)]
    frame = Frame(Axis(t("Store"), 0, len(entries)), Axis(t("Drives held against swings"), 0, 55))
    description = t(
        "Against swings three stores hold {sum} drives in sum, one joint store {joint} for the same cover.",
        sum=number(held[3], 1),
        joint=number(held[4], 1),
    )
    picture = bars(Words("swings", t("What a joint store saves"), description), frame, entries)
    return picture.noted(
        t(
            "Sum: three stores together. Joint: one store that covers as many weeks. When one plant uses "
            "much, another often uses little."
        )
    )
