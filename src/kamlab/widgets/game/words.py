"""The game in words: sides, terms, deals, sheets, and what an opponent says with its offer."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.game import bots
from kamlab.widgets.game.bots import Seat
from kamlab.widgets.game.sheets import HALF, RANGES, Range, Sheet
from kamlab.widgets.game.table import Table
from kamlab.widgets.game.terms import ISSUES, SELLER, SHARE, SIDES, Deal, other, per_cent
from kamlab.widgets.numbers import number, thousands

PEOPLE = {SELLER: N_("Ingrid Solheim"), "buyer": N_("Stefan Lopez")}
_HELD, _GAVE, _PRESSED, _OPENS = "held", "gave", "pressed", "opens"
_SAYS = {
    (bots.HARD, _OPENS): N_("Let us talk about the price. Everything else stays as it is."),
    (bots.HARD, _HELD): N_("You know my price. I have nothing to add."),
    (bots.HARD, _GAVE): N_("A little, then, on the price. Only on the price."),
    (bots.FAIR, _OPENS): N_(
        "These terms leave the most to share. I ask for a little more than half; when you move, I move as "
        "far."
    ),
    (bots.FAIR, _HELD): N_("You have not moved, so I stay where I am."),
    (bots.FAIR, _GAVE): N_("I have come towards you, as I said I would."),
    (bots.OPPORTUNIST, _OPENS): N_("We would like to stay with you. At the right price, of course."),
    (bots.OPPORTUNIST, _HELD): N_("Let me think about that. For now, the price stands."),
    (bots.OPPORTUNIST, _GAVE): N_("You drive a hard bargain. Very well, a little less for us."),
    (bots.OPPORTUNIST, _PRESSED): N_("How kind of you. Then surely you can do a little more."),
}


def keur(value: float, t: Translator, digits: int = 1, *, sign: bool = False) -> str:
    """An amount given in kEUR."""
    return thousands(value * 1000, t, digits, sign=sign)


def side_name(side: str, t: Translator) -> str:
    """The firm's short name."""
    return t("Meridian") if side == SELLER else t("Nordlys")


def term_names(t: Translator) -> dict[str, str]:
    """What the terms are called in a list, by name."""
    return {
        "price": t("Price"),
        "engineer": t("Engineer"),
        "stock": t("Stock"),
        "plan": t("Plan"),
        "share": t("Promised share"),
    }


def with_units(t: Translator) -> dict[str, str]:
    """The same with the units of ``amount``."""
    return {
        "price": t("Price, %"),
        "engineer": t("Engineer, days a week"),
        "stock": t("Stock, weeks"),
        "plan": t("Plan, weeks ahead"),
        "share": t("Promised share, %"),
    }


def amount(issue: str, value: float) -> str:
    """A term's value, without its unit."""
    digits = {"price": 2, "engineer": 1}.get(issue, 0)
    return number(value, digits, sign=issue == "price")


def offer_name(side: str, place: int, t: Translator) -> str:
    """The offer that was made as the ``place``-th of all (from 0), as a row's name."""
    name = t("{side}, round {n}", side=side_name(side, t), n=place // 2 + 1)
    return name.replace(" ", "\u00a0")


def deal_line(deal: Deal, t: Translator) -> str:
    """A deal in one line."""
    values = {name: amount(name, value) for name, value in deal.values().items()}
    return t(
        "price {price} %, engineer {engineer} days a week, weeks of stock {stock}, weeks of plan {plan}, "
        "promised share {share} %",
        **values,
    ).replace(" %", "\u00a0%")


def sheet_lines(sheet: Sheet, t: Translator) -> list[str]:
    """A side's sheet, one sentence a term."""
    price = t("Price: each per cent is {x} a year.", x=keur(per_cent(), t))
    amounts = {name: keur(value, t, 0) for name, value in sheet.amounts.items()}
    none = t("No agreement: {x} a year against today.", x=keur(sheet.walk_away, t, 0, sign=True))
    lines = _seller_lines if sheet.side == SELLER else _buyer_lines
    return [price, *lines(amounts, t), none]


def _seller_lines(x: dict[str, str], t: Translator) -> list[str]:
    return [
        t("Engineer: each day a week costs you {x} a year.", x=x["engineer"]),
        t("Stock: each week of it costs you {x} a year.", x=x["stock"]),
        t(
            "Plan: worth up to {x} a year; {half} weeks bring half of that.",
            x=x["plan"],
            half=number(HALF["plan"]),
        ),
        t(
            "Promised share: each {points} points bring you {x} a year.",
            x=x["share"],
            points=number(SHARE.step),
        ),
    ]


def _buyer_lines(x: dict[str, str], t: Translator) -> list[str]:
    return [
        t(
            "Engineer: worth up to {x} a year; {half} day a week brings half of that.",
            x=x["engineer"],
            half=number(HALF["engineer"]),
        ),
        t(
            "Stock: worth up to {x} a year; {half} weeks bring half of that.",
            x=x["stock"],
            half=number(HALF["stock"]),
        ),
        t("Plan: each week ahead costs you {x} a year.", x=x["plan"]),
        t(
            "Promised share: the risk grows with the square of the points; all {points} cost you {x} a year.",
            x=x["share"],
            points=number(SHARE.high - SHARE.low),
        ),
    ]


def range_rows(t: Translator) -> list[list[str]]:
    """The published ranges of both sheets, kEUR a year, as a table with its head."""
    names = {
        "engineer": t("Engineer"),
        "stock": t("Stock"),
        "plan": t("Plan"),
        "share": t("Promised share"),
        "none": t("No agreement"),
    }
    meant = {
        "engineer": (t("cost of a day a week"), t("full use")),
        "stock": (t("cost of a week"), t("full use")),
        "plan": (t("full use"), t("cost of a week")),
        "share": (t("worth of {points} points", points=number(SHARE.step)), t("cost of all points")),
        "none": (t("worth"), t("worth")),
    }
    head = [t("Term"), *(t("{side}, kEUR a year", side=side_name(side, t)) for side in SIDES)]
    rows = (
        [name, *(_range(meant[one][place], RANGES[side][one], t) for place, side in enumerate(SIDES))]
        for one, name in names.items()
    )
    return [head, *rows]


def _range(meaning: str, drawn: Range, t: Translator) -> str:
    return t("{meaning}: {low} to {high}", meaning=meaning, low=number(drawn.low), high=number(drawn.high))


def said(table: Table, t: Translator) -> str:
    """What the bot says with its latest offer: its mood, and what it likes in your offer. It never lies."""
    side = other(table.seat)
    own, theirs = table.match.offers(side), table.match.offers(table.seat)
    seat = Seat(side, table.pair, own, theirs)
    words = [t(_SAYS[table.opponent, _mood(seat)]), _liked(seat, t) if theirs else ""]
    if len(own) == bots.ROUNDS:
        words.append(t("This is my last offer."))
    return t("{name}: '{words}'", name=t(PEOPLE[side]), words=t.joined(one for one in words if one))


def _mood(seat: Seat) -> str:
    if len(seat.own) < 2:  # noqa: PLR2004 - nothing to compare the first offer with
        return _OPENS
    change = seat.gain(seat.own[-1]) - seat.gain(seat.own[-2])
    if change <= -bots.FIRM:
        return _GAVE
    return _PRESSED if change >= bots.FIRM and len(seat.theirs) > 1 else _HELD


def _liked(seat: Seat, t: Translator) -> str:
    names, parts = term_names(t), seat.pair.of(seat.side).parts(seat.theirs[-1])
    by_worth = sorted(zip(parts, (names[one.id] for one in ISSUES), strict=True))
    (least, worst), (most, best) = by_worth[0], by_worth[-1]
    if most <= 0 <= least:
        return t("Your offer leaves everything as it is.")
    if most <= 0:
        return t("I like nothing in your offer; worst for us: {worst}.", worst=worst)
    if least >= 0:
        return t("Best for us in your offer: {best}.", best=best)
    return t("Best for us in your offer: {best}; worst: {worst}.", best=best, worst=worst)
