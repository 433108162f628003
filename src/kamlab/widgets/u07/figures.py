"""The still figures of unit 7: pictures with their numbers in a table below, in the reader's language."""

from kamlab.i18n import translator
from kamlab.models.holdup import MergeOrContract, merge_or_contract
from kamlab.models.supplier_development import OrderRegimes, order_regimes
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.picture import Words, lines
from kamlab.widgets.u07 import regimes_plan, tarn_plan

__all__ = ["RENTS", "SETUPS", "Figure", "governed", "merger", "ordered", "switch"]

SETUPS = range(50, 651, 50)  # EUR a set-up
RENTS = range(0, 400_001, 40_000)  # EUR a year at stake


def ordered(setup: float) -> OrderRegimes:
    """Both ways of ordering Alder's housings, each at its best lot, for a cost of a set-up (EUR)."""
    plan = regimes_plan
    return order_regimes(setup, plan.INSPECTION, plan.need(), plan.HOLDING, plan.TEMPTATION, plan.DISCOUNT)


def switch(lang: str | None = None) -> Figure:
    """What inspecting and trusting cost a year, by the cost of a set-up.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    both = {setup: ordered(setup) for setup in SETUPS}
    inspect = tuple((float(one), both[one].american.cost / 1000) for one in SETUPS)
    trust = tuple((float(one), both[one].japanese.cost / 1000) for one in SETUPS)
    frame = wide(
        Axis(t("Cost of a set-up, EUR"), 0, 650), Axis(t("Cost at the best lot, kEUR a year"), 0, 20)
    )
    series = [Series(t("Inspect"), inspect, 0), Series(t("Trust"), trust, 2, below=True)]
    seen = t(
        "Two rising lines. Trusting is cheaper to the left, inspecting to the right; they cross at 392 EUR."
    )
    caption = t(
        "The quicker the set-up, the smaller the lots; the smaller the lots, the cheaper is trust. Today a "
        "set-up costs 600 EUR."
    )
    words = Words("u07-switch", t("When trust becomes the cheaper way"), seen)
    return still(lines(words, frame, series, digits=1), caption, t)


def governed(rent: float, chance: float, loss: float) -> MergeOrContract:
    """A contract with Tarn and a merger, both sides together over the years of the plan (EUR).

    Args:
        rent: at stake, EUR a year.
        chance: that Tarn fails in a year (0 to 1).
        loss: what a failure costs Meridian, EUR.
    """
    plan = tarn_plan
    return merge_or_contract(
        rent,
        plan.GAP,
        plan.CONTRACT,
        plan.MERGING,
        plan.HIERARCHY,
        plan.SPREAD,
        0.0,
        plan.WASTE,
        chance,
        loss,
    )


def merger(lang: str | None = None) -> Figure:
    """What a contract and a merger cost both sides a year, by the rent at stake.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    today = failing()
    frame = wide(Axis(t("At stake, kEUR a year"), 0, 400), Axis(t("Both sides, kEUR a year"), 0, 150))
    series = [
        Series(t("contract, Tarn as it is"), _yearly(*today)),
        Series(t("contract, never fails"), _yearly(0.0, 0.0), 3, below=True),
        Series(t("merger"), tuple((x, _merged()) for x, _ in _yearly(0.0, 0.0)), 0),
    ]
    seen = t("Two rising lines for contracts and a level one for a merger, which both of them cross.")
    caption = t(
        "What a merger costs does not depend on what is at stake; what a contract costs does. A supplier "
        "that may fail brings the crossing nearer."
    )
    words = Words("u07-merger", t("When a merger becomes cheaper than a contract"), seen)
    return still(lines(words, frame, series), caption, t)


def failing() -> tuple[float, float]:
    """Tarn as it is: the chance a year that it fails, and what that costs if all comes from it (EUR)."""
    plan = tarn_plan
    first = plan.plan(0, 1.0, 0.0, plan.QUARTERS).quarters[0]
    return first.failing, first.blow


def _yearly(chance: float, loss: float) -> tuple[tuple[float, float], ...]:
    years = tarn_plan.SPREAD
    return tuple((rent / 1000, governed(rent, chance, loss).contract_cost / years / 1000) for rent in RENTS)


def _merged() -> float:
    return governed(0, 0, 0).merge_cost / tarn_plan.SPREAD / 1000
