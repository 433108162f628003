"""The pictures of twelve quarters with Tarn Windings: alone or as one firm, and what both have had so far."""

from kamlab.i18n import Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.numbers import number, thousands
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.u07 import tarn_plan as tarn
from kamlab.widgets.u07.tarn_plan import Plan

_END = 13.0  # quarters: the end of the horizontal axes
_MOST = 150.0  # kEUR a year: the end of the first picture's vertical axis
_STEP = 100.0  # kEUR: the ends of the second one's are multiples of it


def alone(now: Plan) -> Plan:
    """The same plan with the stake that leaves Tarn alone: none where Meridian takes control."""
    stake = 0.0 if now.stake >= tarn.CONTROL else now.stake
    return tarn.plan(now.days, now.share, stake, now.start)


def prices(now: Plan, t: Translator) -> Picture:
    """What contract and merger would cost both, quarter by quarter, and when Meridian takes control."""
    frame = Frame(Axis(t("Quarter"), 0, _END), Axis(t("Cost for both, thousand EUR a year"), 0, _MOST))
    choices = [(float(one.number), one.choice) for one in alone(now).quarters]
    contract = tuple((n, one.contract_cost / tarn.SPREAD / 1000) for n, one in choices)
    merged = tuple((n, one.merge_cost / tarn.SPREAD / 1000) for n, one in choices)
    series = [
        Series(t("By contract"), contract),
        Series(t("One firm"), merged, 2),
    ]
    if now.held >= tarn.CONTROL:
        series.append(Series(t("Yours"), ((float(now.start), 0.0), (float(now.start), _MOST)), 0))
    words = Words("line", t("What it costs both to go on alone, or as one firm"), _prices_told(now, t))
    note = t("By contract: writing and watching it, what fights waste, and failures as expected.")
    return lines(words, frame, series, 1).noted(note)


def _prices_told(now: Plan, t: Translator) -> str:
    quarters = alone(now).quarters
    first, before, last = quarters[0], quarters[tarn.REGIONS - 2], quarters[-1]
    return t(
        "By contract, both together lose {first} a year in quarter 1, {before} in quarter {quarter} and "
        "{last} in quarter {end}. As one firm they would lose {merged} a year.",
        first=thousands(first.choice.contract_cost / tarn.SPREAD, t),
        before=thousands(before.choice.contract_cost / tarn.SPREAD, t),
        quarter=before.number,
        last=thousands(last.choice.contract_cost / tarn.SPREAD, t),
        end=last.number,
        merged=thousands(last.choice.merge_cost / tarn.SPREAD, t),
    )


def both(now: Plan, t: Translator) -> Picture:
    """What each side has had so far, with its part of Tarn."""
    course = [(float(one.number), ours / 1000, theirs / 1000) for one, ours, theirs in now.sofar()]
    values = [value for _, ours, theirs in course for value in (ours, theirs)]
    low = _STEP * min(0.0, min(values) // _STEP)
    high = _STEP * (max(values) // _STEP + 1)
    frame = Frame(Axis(t("Quarter"), 0, _END), Axis(t("Thousand EUR"), low, high))
    series = (
        Series(t("Meridian"), tuple((n, ours) for n, ours, _ in course), 2, below=True),
        Series(t("Tarn's owners"), tuple((n, theirs) for n, _, theirs in course), -2),
    )
    description = t(
        "What each has had so far, with its part of Tarn at what it is worth. Meridian, against Coilworks: "
        "{ours} after four quarters, {buyer} in the end. Tarn's owners: {theirs} and {owners}.",
        ours=number(course[3][1]),
        buyer=number(course[-1][1]),
        theirs=number(course[3][2]),
        owners=number(course[-1][2]),
    )
    words = Words("both", t("What both have had so far, and hold"), description)
    return lines(words, frame, series).noted(t("Each side's part of Tarn is counted at what it is worth."))
