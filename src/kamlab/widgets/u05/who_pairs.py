"""Who pairs with whom, and what each can claim: a market for programmes of precise supply (C12, C28).

``pairs_plan`` holds the figures, ``pairs_check`` the goal's conditions. The reader proposes an order of the
whole market, because what Meridian can claim is decided in other firms' deals.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u05 import pairs_plan as market
from kamlab.widgets.u05.pairs_check import RULES
from kamlab.widgets.u05.pairs_plan import (
    BRYN,
    BUYERS,
    FELDMARK,
    GRANDVALE,
    MERIDIAN,
    NORDLYS,
    ORBITAL,
    TESSIN,
    Order,
)

_START = 2  # Meridian reaches for the largest buyer
_LOW, _HIGH = -420, 500  # kEUR, the ends of the picture's axis


def task(t: Translator) -> Task:
    """The market, and the goal."""
    spent = {name: thousands(amount, t) for name, amount in market.spending().items()}
    situation = t(
        "Three buyers want precise supply: each plant gets its drives in the hour and the order of its "
        "line. The Grandvale Group has plants in five regions of the world and spends {grandvale} a year "
        "on drives, Nordlys in three ({nordlys}), Feldmark in one ({feldmark}). Orbital Drives delivers "
        "in five regions, Meridian in three, Bryn Motors in one. Each firm has people for one programme. "
        "A fourth supplier, Tessin, could reach three regions, at a higher cost; it has no buyer yet. And "
        "Meridian's sales team dreams of Grandvale.",
        grandvale=spent[GRANDVALE],
        nordlys=spent[NORDLYS],
        feldmark=spent[FELDMARK],
    )
    goal = t(
        "Your goal: propose who pairs with whom and how the earnings are shared, so that the proposal lasts. "
        "All pairs together earn the most that is possible; no supplier and buyer could both do better with "
        "each other; Meridian gets at least {meridian} a year, and Grandvale, which knows its weight, at "
        "least {grandvale}.",
        meridian=thousands(market.FLOORS[MERIDIAN], t),
        grandvale=thousands(market.FLOORS[GRANDVALE], t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: precise supply saves a buyer {saved} of what it spends on drives, times the share of its "
        "regions that the supplier reaches. A programme costs Orbital {orbital} a year, Meridian {meridian}, "
        "Bryn {bryn}, Tessin {tessin}. Bryn and its buyer share their earnings equally.",
        saved=percent(market.SAVED, t),
        orbital=thousands(market.PROGRAMME[ORBITAL], t),
        meridian=thousands(market.PROGRAMME[MERIDIAN], t),
        bryn=thousands(market.PROGRAMME[BRYN], t),
        tessin=thousands(market.PROGRAMME[TESSIN], t),
    )


def controls(t: Translator) -> tuple[Choice, Group]:
    """The pairs, and what the two larger suppliers keep."""
    pairs = Choice(
        id="pairs",
        label=t("Who pairs with whom"),
        options=tuple(Option(str(place), _named(order, t)) for place, order in enumerate(market.ORDERS)),
        start=(str(_START),),
    )
    keeps = tuple(
        Slider(id=key, label=label, low=0, high=100, step=5, start=50, unit=t("{n} %"))
        for key, label in (
            ("orbital", t("Orbital keeps, of what its pair earns")),
            ("meridian", t("Meridian keeps, of what its pair earns")),
        )
    )
    return pairs, Group(legend=t("How they share"), controls=keeps)


def _named(pairs: market.Pairs, t: Translator) -> str:
    told = (t("{seller} – {buyer}", seller=s, buyer=b).replace(" ", "\u00a0") for s, b in pairs)
    return t(" · ").join(told)


def read(answers: Answers) -> Order:
    """The order of the market that the controls describe."""
    pairs = market.ORDERS[int(answers.choice("pairs") or _START)]
    return market.order(pairs, answers.number("orbital") / 100, answers.number("meridian") / 100)


def show(now: Order, t: Translator) -> Shown:
    """What each firm gets, and who would leave."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_leaving(now, t), _gets(now, t)),
        sides={t("Meridian (seller)"): _side(now, MERIDIAN, t), t("Nordlys (buyer)"): _side(now, NORDLYS, t)},
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Order, t: Translator) -> str:
    tempted = market.leavers(now)
    total, gets = thousands(now.total, t), thousands(now.gets[MERIDIAN], t)
    if not tempted:
        return t(
            "Together the pairs earn {total}; Meridian gets {gets}. Nobody could do better by leaving.",
            total=total,
            gets=gets,
        )
    seller, buyer = tempted[0]
    return t(
        "Together the pairs earn {total}; Meridian gets {gets}, on paper. {seller} and {buyer} would leave "
        "their partners for each other.",
        total=total,
        gets=gets,
        seller=seller,
        buyer=buyer,
    )


def _side(now: Order, firm: str, t: Translator) -> Figures:
    partner, (low, high) = now.partner(firm), market.claims(firm)
    pair = (firm, partner) if firm in market.SELLERS else (partner, firm)
    return {
        t("Partner"): partner,
        t("The pair earns"): thousands(market.earned(*pair), t),
        t("Gets"): thousands(now.gets[firm], t),
        t("Could get elsewhere"): thousands(market.best_elsewhere(now, firm), t),
        t("Can claim where all lasts"): t("{low} to {high}", low=number(low / 1000), high=thousands(high, t)),
    }


def _leaving(now: Order, t: Translator) -> Picture:
    entries = [_tempted(now, seller, buyer, t) for seller, buyer in market.strangers(now)]
    description = t(
        "For each two firms that are not paired, what they would gain together by leaving their partners; "
        "below zero they stay. Would leave: {pairs}.",
        pairs=t(", ").join(t("{seller} – {buyer}", seller=s, buyer=b) for s, b in market.leavers(now))
        or t("none"),
    )
    words = Words("leave", t("Who would leave?"), description)
    axis = Axis(t("Gain of both by leaving, kEUR a year"), _LOW, _HIGH)
    note = t("A bar to the right of zero: the two gain by leaving, and your order does not last.")
    return rowed(words, t("Two firms"), axis, entries).noted(note)


def _tempted(now: Order, seller: str, buyer: str, t: Translator) -> Bar:
    gain = market.gain_of_leaving(now, seller, buyer) / 1000
    have = (now.gets[seller] + now.gets[buyer]) / 1000
    text = t("{have} now, {could} together", have=number(have), could=number(have + gain))
    name = t("{seller} – {buyer}", seller=seller, buyer=buyer)
    return Bar(name, 0.0, gain, text, 1 if (seller, buyer) in market.leavers(now) else 0)


def _gets(now: Order, t: Translator) -> Picture:
    entries = [
        Bar(firm, 0.0, now.gets[firm] / 1000, thousands(now.gets[firm], t), place)
        for pair in now.pairs
        for place, firm in enumerate(pair)
    ]
    description = t(
        "Each pair's supplier, then its buyer, with what it gets. {firms}.",
        firms=t(", ").join(t("{firm}: {gets}", firm=bar.name, gets=bar.text) for bar in entries),
    )
    words = Words("bar", t("What each firm gets, pair by pair"), description)
    return rowed(words, t("Firm"), Axis(t("kEUR a year"), 0, 470), entries)


def _table(now: Order, t: Translator) -> str:
    rows = [_row(now, seller, buyer, t) for seller in market.SELLERS for buyer in BUYERS]
    return listed(t("What every pair could earn, EUR a year"), rows, words=3)


def _row(now: Order, seller: str, buyer: str, t: Translator) -> Figures:
    return {
        t("Supplier"): seller,
        t("Buyer"): buyer,
        t("Paired"): t("yes") if (seller, buyer) in now.pairs else t("no"),
        t("Regions reached, %"): number(100 * market.reached(seller, buyer)),
        t("Saving"): number(market.saving(seller, buyer)),
        t("Programme"): number(market.PROGRAMME[seller]),
        t("The pair earns"): number(market.earned(seller, buyer)),
        t("The two get now"): number(now.gets[seller] + now.gets[buyer]),
    }


def _equation(now: Order, t: Translator) -> str:
    partner = now.partner(MERIDIAN)
    pair = formula(
        "a_{two} = {saved} · {spent} · {reach} − {programme} = {worth}",
        two=t("{seller} – {buyer}", seller=MERIDIAN, buyer=partner),
        saved=percent(market.SAVED, t),
        spent=thousands(market.spending()[partner], t),
        reach=percent(market.reached(MERIDIAN, partner), t),
        programme=thousands(market.PROGRAMME[MERIDIAN], t),
        worth=thousands(market.worth(MERIDIAN, partner), t),
    )
    lasting = formula("u_i + v_j ≥ a_[i j]")
    best = formula('∑ u_i + ∑ v_j = "max" ∑ a_[i j] = {most}', most=thousands(market.game().value, t))
    lines = {
        t("What a pair can earn, here Meridian's:"): pair,
        t("An order lasts where no two firms, paired or not, could earn more than they get:"): lasting,
        t("and where all together get what the best pairs earn:"): best,
    }
    symbols = {
        "u": t("what supplier i gets, EUR a year"),
        "v": t("what buyer j gets, EUR a year"),
        "a": t("what the two could earn together: the saving less the programme"),
    }
    return worked(lines, symbols, _rule(t))


def _rule(t: Translator) -> str:
    wide, narrow = (market.worth(s, GRANDVALE) - market.worth(s, FELDMARK) for s in (ORBITAL, BRYN))
    return t(
        "Grandvale in place of Feldmark changes what a pair with Orbital can earn by {wide}, and one with "
        "Bryn by {narrow}: where reach multiplies reach, the global buyer looks for the global seller.",
        wide=thousands(wide, t, sign=True),
        narrow=thousands(narrow, t, sign=True),
    )


who_pairs = Decision(
    exercise_id="u05-who-pairs",
    version=1,
    concepts=("C12", "C28"),
    title=N_("Who pairs with whom?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
