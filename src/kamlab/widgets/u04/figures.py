"""The still figures of unit 4: pictures with their numbers in a table below, in the reader's language."""

from functools import partial

from kamlab.i18n import translator
from kamlab.widgets.chart import Axis, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import percent
from kamlab.widgets.picture import Words, lines
from kamlab.widgets.u04 import levers_plan
from kamlab.widgets.u04.contract_plan import Deal, Terms, deal, together

__all__ = [
    "AFTERWARDS",
    "BROKEN",
    "INTEREST",
    "KEPT",
    "SHARES",
    "Figure",
    "cake_and_risk",
    "patience",
    "shared",
    "withstands",
]

KEPT = (levers_plan.FEE - levers_plan.WORK) / 1e3  # kEUR a year: the promise kept
BROKEN = KEPT + levers_plan.SAVED / 1e3  # kEUR: the year in which it is broken
AFTERWARDS = KEPT / 2  # kEUR a year after that: Nordlys takes half of the calls elsewhere
INTEREST = 1 / (1 + levers_plan.DISCOUNT)  # what a sure euro of next year is worth today
SHARES = tuple(step / 10 for step in range(11))  # Meridian's part of savings and overruns
_CHANCES = tuple(step / 100 for step in range(40, 91, 5))  # that the business goes on
_PROFIT = 30_000.0  # EUR a year, the target profit of the chapter's contract
_NEVER = 1_000_000.0  # EUR a year: a ceiling that no case reaches, so that the share alone is seen


def shared(share: float) -> Deal:
    """What follows from Meridian's ``share`` (0 to 1) in the chapter's contract without a ceiling."""
    return deal(Terms(share, _PROFIT, _NEVER))


def cake_and_risk(lang: str | None = None) -> Figure:
    """What both gain together, and Meridian in its dearest year, against Meridian's share.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("Meridian's part of savings and overruns"), 0, 1.05, partial(percent, t=t)),
        Axis(t("Gain against today, kEUR a year"), -100, 80),
    )
    deals = [(share, shared(share)) for share in SHARES]
    cake = tuple((share, together(one.saved) / 1e3) for share, one in deals)
    risk = tuple((share, one.worst.seller / 1e3) for share, one in deals)
    middle = len(SHARES) // 2
    series = [
        Series(t("both together"), cake, middle - 1, below=True),
        Series(t("Meridian in its dearest year"), risk, middle - 2),
    ]
    title = t("A larger share: more to divide, more to bear")
    seen = t("One line rises from left to right and flattens; the other falls all the way, and further.")
    caption = t(
        "What the two firms gain together, and what Meridian loses in its dearest year, by the part of "
        "savings and overruns that Meridian carries. The first points add most to the sum; the last "
        "ones add little but risk."
    )
    return still(lines(Words("u04-cake", title, seen), frame, series), caption, t)


def withstands(chance: float) -> float:
    """The most that the year of a breach may bring before the promise gives way (kEUR).

    It is the critical discount factor of ``kamlab.models.repeated_game`` turned round: the largest D with
    C ≥ (1 − δ) D + δ P, where δ is the worth of next year.

    Args:
        chance: that the business goes on (share, 0 to 1).
    """
    patient = INTEREST * chance
    return (KEPT - patient * AFTERWARDS) / (1 - patient)


def patience(lang: str | None = None) -> Figure:
    """The temptation that the four-hour promise withstands, by the chance that the business goes on.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(
            t("Chance that the business goes on next year"),
            _CHANCES[0],
            _CHANCES[-1] + 0.02,
            partial(percent, t=t),
        ),
        Axis(t("Earned in the year of the breach, kEUR"), 0, 300),
    )
    series = [
        Series(t("withstood by the promise"), _curve(), len(_CHANCES) - 3),
        Series(t("what a breach brings"), tuple((chance, BROKEN) for chance in _CHANCES), 0),
    ]
    title = t("The more future, the more temptation a promise withstands")
    seen = t("A curve rises ever more steeply and crosses a level line at about 72 per cent.")
    caption = t(
        "The most that a breach may bring in its year before Meridian's promise gives way. Where the curve "
        "is above the level line, the promise keeps itself; where it is below, something else must help."
    )
    return still(lines(Words("u04-patience", title, seen), frame, series, digits=1), caption, t)


def _curve() -> tuple[tuple[float, float], ...]:
    return tuple((chance, withstands(chance)) for chance in _CHANCES)
