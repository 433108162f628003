"""What is seen while the game goes on: the offers, and what they are worth on the sheet that is open."""

from kamlab.i18n import Translator
from kamlab.widgets.bars import TOTAL, Bar, waterfall
from kamlab.widgets.chart import Axis, Bubble, Frame, level
from kamlab.widgets.decision import Shown
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.game import bots, words
from kamlab.widgets.game.match import OFFER
from kamlab.widgets.game.sheets import Sheet
from kamlab.widgets.game.table import Table
from kamlab.widgets.game.terms import ISSUES, SELLER, SIDES, Deal, other
from kamlab.widgets.game.words import keur
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number
from kamlab.widgets.picture import Picture, Words, bubbles, rowed
from kamlab.widgets.sides import Figures

_MARKS = {SELLER: "M", "buyer": "N"}  # on the bubbles, with the round


def shown(now: Table, t: Translator) -> Shown:
    """The view while nobody has accepted or left."""
    sheet = now.open
    tables = _offers(now, sheet, t) + _ranges(t)
    if sheet is None:
        return Shown(summary=summary(now, t), pictures=(), sides=_sides(now, None, t), table=tables)
    return Shown(
        summary=summary(now, t),
        pictures=(_worth(now, sheet, t), _dance(now, sheet, t)),
        sides=_sides(now, sheet, t),
        table=tables,
        equation=_equation(now, sheet, t),
    )


def summary(now: Table, t: Translator) -> str:
    """Where the game stands, in one short paragraph: on a phone it stays in sight."""
    sheet, match = now.open, now.match
    lines = [_round(now, t)]
    if sheet is None:
        name = words.side_name(match.turn, t)
        return t.joined((*lines, t("{side}, choose your side: that opens your sheet.", side=name)))
    if match.on_table:
        lines.append(_compared(sheet, match.on_table, t))
    if OFFER in now.can:
        gain = keur(sheet.gain(now.draft), t, sign=True)
        lines.append(t("The offer on your sliders would bring you {gain}.", gain=gain))
    else:
        lines.append(t("You have made your last offer: accept or walk away."))
    return t.joined(lines)


def _round(now: Table, t: Translator) -> str:
    place, last, side = now.match.round, bots.ROUNDS, words.side_name(now.match.turn, t)
    if now.two:
        return t("Round {round} of {last}, it is the turn of {side}.", round=place, last=last, side=side)
    if place == last:
        return t("This is the last round: if your offer is not accepted, the game ends without an agreement.")
    return t("Round {round} of {last}, it is your turn.", round=place, last=last)


def _compared(sheet: Sheet, deal: Deal, t: Translator) -> str:
    return t(
        "Their offer brings you {gain} a year against no agreement.",
        gain=keur(sheet.gain(deal), t, sign=True),
    )


def talk(now: Table, t: Translator) -> list[str]:
    """What lies on the table, and what is said with it; a paragraph each."""
    offered = now.match.on_table
    if offered is None:
        return [t("Nothing lies on the table yet: Meridian makes the first offer.")]
    name = words.side_name(other(now.match.turn), t)
    lines = [t("{side} offers: {deal}.", side=name, deal=words.deal_line(offered, t))]
    return lines if now.two else [*lines, words.said(now, t)]


def _worth(now: Table, sheet: Sheet, t: Translator) -> Picture:
    """The offer on the sliders, term by term, on the open sheet."""
    names, values = words.with_units(t), now.draft.values()
    steps = [
        (
            t("{term}: {value}", term=names[one.id], value=words.amount(one.id, values[one.id])),
            part,
            number(part, 1, sign=True),
        )
        for one, part in zip(ISSUES, sheet.parts(now.draft), strict=True)
    ]
    total, none = sheet.value(now.draft), sheet.walk_away
    rows = waterfall(("", 0.0, ""), steps, (t("Your offer in all"), number(total, 1, sign=True)))[1:]
    rows.append(Bar(t("No agreement"), 0.0, none, number(none, 1, sign=True), TOTAL))
    ends = [edge for row in rows for edge in (row.start, row.end)]
    axis = Axis(t("Worth to you, kEUR a year against today"), min(-20.0, *ends), max(20.0, *ends))
    description = t(
        "Term by term the offer on your sliders adds up to {worth} a year for you; no agreement is worth "
        "{none}.",
        worth=keur(total, t, sign=True),
        none=keur(none, t, sign=True),
    )
    return rowed(
        Words("worth", t("What the offer on your sliders is worth to you"), description),
        t("Term"),
        axis,
        rows,
    )


def _dance(now: Table, sheet: Sheet, t: Translator) -> Picture:
    """All offers so far, by what each would bring the open sheet."""
    entries = [
        Bubble(n, sheet.gain(deal), 9, _MARKS[side], group=place)
        for place, side in enumerate(SIDES)
        for n, deal in enumerate(now.match.offers(side), start=1)
    ]
    gains = [0.0, *(one.y for one in entries)]
    pad = max(20.0, max(gains) - min(gains)) * 0.15
    frame = Frame(
        Axis(t("Round"), 0.5, bots.ROUNDS + 0.5),
        Axis(t("Gain for you, kEUR a year"), min(gains) - pad, max(gains) + pad),
        height=250,
    )
    description = t(
        "Each offer so far at the gain that it would bring you above no agreement: {mine} of yours, {theirs} "
        "of the other side's.",
        mine=len(now.match.offers(sheet.side)),
        theirs=len(now.match.offers(other(sheet.side))),
    )
    drawn = Words("dance", t("The offers so far, seen from your side"), description)
    keys = ((_MARKS[side], t("offer of {side}", side=words.side_name(side, t))) for side in SIDES)
    return bubbles(drawn, frame, entries, under=level(frame, 0.0, t("no agreement"))).noted(
        t("Above the line you are better off than without an agreement."), keys
    )


def _sides(now: Table, sheet: Sheet | None, t: Translator) -> dict[str, Figures]:
    """The last offer of each side, with its worth where a sheet is open."""
    return {
        t("Last offer of {side}", side=words.side_name(side, t)): _last(now, side, sheet, t) for side in SIDES
    }


def _last(now: Table, side: str, sheet: Sheet | None, t: Translator) -> Figures:
    names, offers = words.with_units(t), now.match.offers(side)
    if not offers:
        return dict.fromkeys(names.values(), "–")
    figures = {names[one]: words.amount(one, value) for one, value in offers[-1].values().items()}
    if sheet is None:
        return figures
    return {**figures, t("Gain for you, kEUR a year"): number(sheet.gain(offers[-1]), 1, sign=True)}


def _offers(now: Table, sheet: Sheet | None, t: Translator) -> str:
    """Every offer, with its worth where a sheet is open; empty before the first."""
    made = [act for act in now.match.acts if act.kind == OFFER]
    head = [t("Offer"), *words.with_units(t).values(), *([t("Gain for you, kEUR")] if sheet else [])]
    rows = []
    for place, act in enumerate(made):
        name = words.offer_name(act.side, place, t)
        deal = act.deal or now.draft
        gain = [number(sheet.gain(deal), 1, sign=True)] if sheet else []
        rows.append([name, *(words.amount(one, value) for one, value in deal.values().items()), *gain])
    return data_table(t("The offers so far"), head, rows) if rows else ""


def _ranges(t: Translator) -> str:
    head, *rows = words.range_rows(t)
    return data_table(t("Within these ranges the sheets were drawn"), head, rows, words=len(head))


def _equation(now: Table, sheet: Sheet, t: Translator) -> str:
    parts = " ".join(f"{'−' if part < 0 else '+'} {number(abs(part), 1)}" for part in sheet.parts(now.draft))
    gain = formula(
        "g = ∑_i [v_i] − d = {parts} − {none} = {gain}",
        parts=parts.removeprefix("+ "),
        none=f"({number(sheet.walk_away)})" if sheet.walk_away < 0 else number(sheet.walk_away),
        gain=keur(sheet.gain(now.draft), t, sign=True),
    )
    symbols = {
        "g": t("what the offer on your sliders would bring you above no agreement, kEUR a year"),
        "v": t("the worth of each term i on your sheet: price, engineer, stock, plan, promised share"),
        "d": t("the worth of no agreement, {none}", none=keur(sheet.walk_away, t, sign=True)),
    }
    rule = t(
        "Accept nothing below zero. Above it, look for what costs you little and brings the other side much, "
        "and settle the rest by the price."
    )
    return worked({"": gain}, symbols, rule)
