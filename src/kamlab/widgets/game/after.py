"""What is seen when the game is over: both sheets, the map of all deals, and what was left on the table."""

from kamlab.i18n import Translator
from kamlab.widgets.bars import LESS, Bar
from kamlab.widgets.chart import Axis
from kamlab.widgets.decision import Shown
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.game import frontier, sheets, words
from kamlab.widgets.game.field import field
from kamlab.widgets.game.frontier import Loss
from kamlab.widgets.game.match import OFFER
from kamlab.widgets.game.table import Table
from kamlab.widgets.game.terms import EXTRAS, ISSUES, SELLER, SIDES, Deal
from kamlab.widgets.game.words import keur
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.sides import Figures


def shown(now: Table, t: Translator) -> Shown:
    """The view of a finished game."""
    agreed = now.match.agreed
    lost = (_lost(now, agreed, t),) if agreed and now.reached < 1 - 1e-9 else ()
    return Shown(
        summary=summary(now, t),
        pictures=(field(now, t), *lost),
        sides=_sides(now, t),
        table=_terms(now, t) + _offers(now, t),
        equation=_equation(now, t),
    )


def summary(now: Table, t: Translator) -> str:
    """How it ended, in one short paragraph."""
    if now.match.agreed is None:
        return t(
            "No agreement: {side} walked away in round {n}. Together both could have gained {most} a year.",
            side=words.side_name(now.match.acts[-1].side, t),
            n=now.match.round,
            most=keur(sheets.most(now.pair), t),
        )
    return t(
        "Agreement in round {n}. Against no agreement Meridian gains {seller} a year, Nordlys {buyer}: "
        "{share} of the {most} that was there.",
        n=now.match.round,
        seller=keur(now.result.seller, t, sign=True),
        buyer=keur(now.result.buyer, t, sign=True),
        share=percent(now.reached, t),
        most=keur(sheets.most(now.pair), t),
    )


def talk(now: Table, t: Translator) -> list[str]:
    """What was agreed, and what was left on the table; a paragraph each."""
    if now.match.agreed is None:
        return [
            t(
                "Without an agreement Meridian is left with {seller} a year against today, Nordlys with "
                "{buyer}.",
                seller=keur(now.pair.seller.walk_away, t, 0, sign=True),
                buyer=keur(now.pair.buyer.walk_away, t, 0, sign=True),
            )
        ]
    deal = now.match.agreed
    return [t("Agreed: {deal}.", deal=words.deal_line(deal, t)), why(now, deal, t)]


def why(now: Table, deal: Deal, t: Translator) -> str:
    """What was left on the table, and by which term most of all."""
    worst = max(frontier.losses(now.pair, deal), key=lambda one: one.amount)
    if worst.amount < 0.05:  # noqa: PLR2004 - less than is shown
        return t("Nothing was left on the table: all that is still open is who gets how much of it.")
    return t(
        "{left} a year was left on the table, most of it by one term. {term}: agreed {agreed}, best for both "
        "together {best}; that alone is {amount} a year.",
        left=keur(sheets.most(now.pair) - now.result.total, t),
        term=words.with_units(t)[worst.issue],
        agreed=_level(worst.issue, worst.agreed),
        best=_level(worst.issue, worst.best),
        amount=keur(worst.amount, t),
    )


def _level(issue: str, level: int) -> str:
    return words.amount(issue, next(one for one in EXTRAS if one.id == issue).at(level))


def _lost(now: Table, deal: Deal, t: Translator) -> Picture:
    """What each term left on the table."""
    losses = frontier.losses(now.pair, deal)
    rows = [Bar(_told(one, t), 0.0, one.amount, number(one.amount, 1), LESS) for one in losses]
    axis = Axis(t("Left on the table, kEUR a year"), 0.0, max(20.0, *(one.amount for one in losses)))
    description = t(
        "By term: what both together would have gained more, had they agreed on what is best for both. In "
        "all {left} a year.",
        left=keur(sum(one.amount for one in losses), t),
    )
    return rowed(Words("lost", t("Which term was traded the wrong way"), description), t("Term"), axis, rows)


def _told(loss: Loss, t: Translator) -> str:
    return t(
        "{term}: {agreed}, best {best}",
        term=words.with_units(t)[loss.issue],
        agreed=_level(loss.issue, loss.agreed),
        best=_level(loss.issue, loss.best),
    )


def _sides(now: Table, t: Translator) -> dict[str, Figures]:
    fair = frontier.nash(now.pair)
    return {
        words.side_name(side, t): _figures(now, side, fair.seller if side == SELLER else fair.buyer, t)
        for side in SIDES
    }


def _figures(now: Table, side: str, fair: float, t: Translator) -> Figures:
    sheet, agreed = now.pair.of(side), now.match.agreed
    gain = sheet.gain(agreed) if agreed else 0.0
    return {
        t("Worth of the outcome"): keur(sheet.walk_away + gain, t, sign=True),
        t("Worth of no agreement"): keur(sheet.walk_away, t, sign=True),
        t("Gain"): keur(gain, t, sign=True),
        t("Part of what was reached"): percent(now.part(side), t) if now.result.total > 0 else "–",
        t("Gain in Nash's solution"): keur(fair, t, sign=True),
    }


def _terms(now: Table, t: Translator) -> str:
    """Term by term: the outcome, Nash's solution, and what the outcome was worth to both."""
    names, agreed = words.with_units(t), now.match.agreed
    deal, fair = agreed or now.draft, frontier.nash(now.pair).deal
    losses = {one.issue: one.amount for one in frontier.losses(now.pair, deal)} if agreed else {}
    rows = []
    for place, one in enumerate(ISSUES):
        worths = [
            number(now.pair.of(side).parts(deal)[place], 1, sign=True) if agreed else "–" for side in SIDES
        ]
        at = words.amount(one.id, one.at(deal[place])) if agreed else "–"
        left = number(losses[one.id], 1) if one.id in losses else "–"
        rows.append([names[one.id], at, words.amount(one.id, one.at(fair[place])), *worths, left])
    head = [
        t("Term"),
        t("Agreed"),
        t("Nash's solution"),
        t("Worth to Meridian, kEUR"),
        t("Worth to Nordlys, kEUR"),
        t("Left on the table, kEUR"),
    ]
    return data_table(t("The outcome, term by term"), head, rows)


def _offers(now: Table, t: Translator) -> str:
    head = [t("Offer"), *words.with_units(t).values(), t("Meridian gains, kEUR"), t("Nordlys gains, kEUR")]
    rows = []
    for place, act in enumerate(one for one in now.match.acts if one.kind == OFFER and one.deal):
        deal = act.deal or now.draft
        name = words.offer_name(act.side, place, t)
        gains = (number(now.pair.of(side).gain(deal), 1, sign=True) for side in SIDES)
        rows.append([name, *(words.amount(one, value) for one, value in deal.values().items()), *gains])
    return data_table(t("All offers, on both sheets"), head, rows)


def _equation(now: Table, t: Translator) -> str:
    result, fair = now.result, frontier.nash(now.pair)
    lines = {
        t("Nash's product of the outcome"): formula(
            "N = (u_M − d_M) (u_N − d_N) = {a} · {b} = {n}",
            a=number(result.seller, 1),
            b=number(result.buyer, 1),
            n=number(result.product),
        ),
        t("The greatest that any deal has"): formula(
            "N = {a} · {b} = {n}", a=number(fair.seller, 1), b=number(fair.buyer, 1), n=number(fair.product)
        ),
    }
    symbols = {
        "u": t("worth of the deal to Meridian (M) and to Nordlys (N), kEUR a year"),
        "d": t("worth of no agreement to each"),
        "N": t("Nash's product; 0 where one side is not better off"),
    }
    rule = t(
        "Because a euro off the price is lost to one side and won by the other, the greatest product means: "
        "the terms that bring most to both together, and a price that halves the gain."
    )
    return worked(lines, symbols, rule)
