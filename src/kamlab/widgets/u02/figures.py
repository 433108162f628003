"""The still figures of unit 2: pictures with their numbers in a table below, in the reader's language."""

from functools import partial

from kamlab.data import account_results, ledger
from kamlab.i18n import N_, Translator, translator
from kamlab.models.service import chain_reliability, servqual_gap
from kamlab.widgets.chart import Axis, Bar, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.picture import Words, lines, rowed
from kamlab.widgets.u02.gap_plan import RISE

__all__ = ["HOPES", "PATHS", "RATES", "Figure", "asked", "chain", "gaps", "lead", "minutes"]

ACCOUNTS = ("Nordlys Appliances", "Hartwald Presses")
ACTIVITIES = (
    N_("Quotation"),
    N_("Technical hotline"),
    N_("Field visit"),
    N_("Special engineering"),
)
YEAR = 2025
RATES = (0.99, 0.97, 0.95, 0.90)  # how often each person does her part
PEOPLE = 20
HOPES = RISE  # share of the gap by which expectations follow in a quarter, as in the exercise
QUARTERS = 8
PATHS = {  # points by which the service is better than at first, quarter by quarter
    N_("all at once, then nothing"): (1.0,) * (QUARTERS + 1),
    N_("a little every quarter"): tuple(quarter / QUARTERS for quarter in range(1, QUARTERS + 2)),
}


def minutes(account: str, activity: str) -> int:
    """Minutes of one kind of service work that an account took in the year.

    Args:
        account: its name in the ledger.
        activity: the kind of work, as the ledger calls it.
    """
    book = ledger()
    number_ = next(one.account_id for one in account_results(book) if one.name == account)
    table = book["services"]
    places = [[column.name for column in table.columns].index(name) for name in ("account_id", "activity")]
    rows = (row for row in table.rows if [row[place] for place in places] == [number_, activity])
    return sum(row[5] for row in rows if row[2].year == YEAR)


def asked(lang: str | None = None) -> Figure:
    """What two customers ask of the service department.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    rows = [
        _asked(account, activity, group, t)
        for activity in ACTIVITIES
        for group, account in enumerate(ACCOUNTS)
    ]
    title = t("What Nordlys and Hartwald ask of us")
    seen = t(
        "Eight bars in pairs. Nordlys has long bars for quotations and hotline calls and none for visits "
        "and engineering; with Hartwald it is the other way round."
    )
    axis = Axis(t("Minutes of service in 2025, thousands"), 0, 120)
    caption = t(
        "Minutes of service in 2025. Nordlys rings up and asks for prices; Hartwald has visitors and gets "
        "drives made for it. Neither pattern is in a contract."
    )
    words = Words("u02-asked", title, seen)
    return still(rowed(words, t("Account and kind of work"), axis, rows), caption, t)


def _asked(account: str, activity: str, group: int, t: Translator) -> Bar:
    spent = minutes(account, activity) / 1000
    name = t("{account}: {activity}", account=account, activity=t(activity))
    return Bar(name, 0, spent, number(spent, 1), group)


def chain(lang: str | None = None) -> Figure:
    """How often a visit is flawless, by how many people it takes.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("People whom the visitor meets"), 1, PEOPLE),
        Axis(t("Chance of a flawless visit"), 0, 1, partial(percent, t=t)),
        height=340,
    )
    series = [
        Series(t("{share} each", share=percent(rate, t)), _chain(rate), PEOPLE - 1, below=True)
        for rate in RATES
    ]
    title = t("Chance of a flawless visit, by how many people it takes")
    seen = t(
        "Four falling curves. Even at 99 per cent each the chance falls; at 90 per cent each it is below "
        "one half after seven people."
    )
    caption = t(
        "Everybody does well, and yet the visit goes wrong. The longer the chain, the better each link "
        "has to be."
    )
    picture = lines(Words("u02-chain", title, seen), frame, series, digits=2)
    return still(picture, caption, t)


def _chain(rate: float) -> tuple[tuple[float, float], ...]:
    return tuple((float(people), chain_reliability([rate] * people)) for people in range(1, PEOPLE + 1))


def gaps(path: tuple[float, ...]) -> list[float]:
    """Perceived less expected, quarter by quarter, while expectations follow what was perceived.

    Args:
        path: how much better the service is than it was expected to be at first (points), by quarter.
    """
    found, expected = [], 0.0
    for perceived in path:
        found.append(servqual_gap([expected], [perceived], [1]))
        expected += HOPES * found[-1]
    return found


def lead(lang: str | None = None) -> Figure:
    """How long an improvement is felt: one large step against many small ones.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("Quarters since the start"), 0, QUARTERS),
        Axis(t("Perceived less expected, points"), 0, 1.2, partial(number, digits=2)),
    )
    series = [
        Series(t(name), tuple((float(i), gap) for i, gap in enumerate(gaps(path))), place)
        for (name, path), place in zip(PATHS.items(), (1, QUARTERS), strict=True)
    ]
    title = t("How long an improvement is felt")
    seen = t(
        "Two curves. After one large step the gap starts at one point and is soon nearly nothing; with a "
        "small step every quarter it rises to a quarter of a point and stays there."
    )
    caption = t(
        "The same improvement, made at once or step by step, while expectations close half of the gap "
        "each quarter (assumed)."
    )
    return still(lines(Words("u02-lead", title, seen), frame, series, digits=2), caption, t)
