"""How many repair shops a ring town needs, and what a global chain cannot take from them (C32, C33, C35).

``local_plan`` holds the town, ``local_check`` the goal's conditions. The start is what free entry leads to.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u09 import local_plan as town
from kamlab.widgets.u09.local_check import NAMES, RULES
from kamlab.widgets.u09.local_plan import START, Plan, Service

COUNTS = range(town.FEWEST, town.MOST + 1)


def task(t: Translator) -> Task:
    """The town, and the goal."""
    free = town.free_entry()
    situation = t(
        "The town of Lindhaven lies around a lake, on one ring road. Its {calls} households call for a "
        "repair of a Nordlys machine once a year. They call the nearest shop, and pay its fitter's way. "
        "Anybody may open a shop, and "
        "{shops} have: they ask {price}, and earn nothing after their costs. Nordlys and Meridian, whose "
        "drives are in the machines, may authorise as many shops as they like, and agree a guide price "
        "with them. Meanwhile Panorbit, a global chain, offers three other services cheaper than any shop "
        "can.",
        calls=number(town.CALLS),
        shops=free.whole_firms,
        price=euros(free.price, t),
    )
    goal = t(
        "Your goal: a repair costs a household at most {bill} with its way; nobody pays more than {way} for "
        "the way; every shop earns at least {profit} a year; and the shops keep each service that pays for "
        "its kits against Panorbit, and no other.",
        bill=euros(town.MOST_BILL, t),
        way=euros(town.FARTHEST, t),
        profit=thousands(town.LEAST_PROFIT, t),
    )
    assumed = t(
        "Assumed, like the town: a repair costs a shop {cost}, a shop {shop} a year. A way around the whole "
        "ring would cost {ring}. Panorbit repairs nothing within the hour.",
        cost=euros(town.COST, t),
        shop=thousands(town.SHOP, t),
        ring=euros(town.WAY, t),
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group, Choice]:
    """The shops, their price, and what they keep against the chain."""
    shops = Slider(
        id="shops",
        label=t("Shops around the ring"),
        low=town.FEWEST,
        high=town.MOST,
        step=1,
        start=START.shops,
    )
    guide = Slider(
        id="guide",
        label=t("Guide price for a repair"),
        low=66,
        high=90,
        step=2,
        start=START.guide,
        unit=t("{n} EUR"),
        help=t("No shop asks more. Where rivals are near, it asks less."),
    )
    kept = Choice(
        id="kept",
        label=t("Which services do the shops keep?"),
        help=t("What somebody from here is worth, and by how much the chain is cheaper."),
        options=tuple(Option(one.key, t(NAMES[one.key]), _note(one, t)) for one in town.SERVICES),
        many=True,
        start=START.kept,
    )
    return Group(legend=t("The ring"), controls=(shops, guide)), kept


def _note(one: Service, t: Translator) -> str:
    return t(
        "worth up to {way} a call; chain cheaper by {lead}; kit {kit} a shop",
        way=euros(one.way, t),
        lead=euros(one.lead, t),
        kit=thousands(one.kit, t),
    )


def read(answers: Answers) -> Plan:
    """The town that the controls describe."""
    return Plan(round(answers.number("shops")), answers.number("guide"), answers.chosen("kept"))


def show(now: Plan, t: Translator) -> Shown:
    """What the plan means to households and to shops."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_ring(now, t), _chain(now, t)),
        sides=_sides(now, t),
        before=_sides(START, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "A repair costs a household {bill}: {price} and, on average, {way} for the way. Each shop earns "
        "{profit} a year.",
        bill=euros(now.bill, t, 2),
        price=euros(now.price, t, 2),
        way=euros(town.mean_way(now.shops), t, 2),
        profit=thousands(now.profit, t, 1),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Repairs a shop, a year"): number(town.CALLS / now.shops),
        t("Earned with repairs"): thousands(now.repairs, t, 1),
        t("Services, after kits"): thousands(now.services, t, 1),
        t("A shop earns"): thousands(now.profit, t, 1),
    }
    buyer = {
        t("Price of a repair"): euros(now.price, t, 2),
        t("Mean way"): euros(town.mean_way(now.shops), t, 2),
        t("Longest way"): euros(town.longest_way(now.shops), t, 2),
        t("Price and mean way"): euros(now.bill, t, 2),
    }
    return {t("Shops (sellers)"): seller, t("Households (buyers)"): buyer}


def _ring(now: Plan, t: Translator) -> Picture:
    yours = tuple((float(n), Plan(n, now.guide, ()).bill) for n in COUNTS)
    free = tuple((float(n), town.rivals_price(n) + town.mean_way(n)) for n in COUNTS)
    cost = tuple((float(n), town.total(n)) for n in COUNTS)
    frame = Frame(
        Axis(t("Shops"), town.FEWEST, town.MOST),
        Axis(t("EUR a repair, way included"), 60, 140),
        height=330,
    )
    series = (
        Series(t("Households, any price"), free, 1),
        Series(t("Households, guide price"), yours, -1, below=True),
        Series(t("Cost for all"), cost, -1),
    )
    description = t(
        "EUR a repair against the number of shops. What it costs all together is lowest, {least}, with "
        "{best} shops; where shops ask what they like, households pay {first} with {few} and {last} with "
        "{many}. With your plan they pay {bill}.",
        least=euros(town.total(town.free_entry().whole_optimum), t, 2),
        best=town.free_entry().whole_optimum,
        first=euros(free[0][1], t, 2),
        few=town.FEWEST,
        last=euros(free[-1][1], t, 2),
        many=town.MOST,
        bill=euros(now.bill, t, 2),
    )
    return lines(Words("ring", t("Variety and economy"), description), frame, series, 2)


def _chain(now: Plan, t: Translator) -> Picture:
    entries = [_bar(one, now, t) for one in town.SERVICES]
    description = t(
        "What each service brings all shops together after their kits, in kEUR a year, with the share of the "
        "customers that the shops hold against the chain. {services}.",
        services=t(", ").join(t("{name}: {figure}", name=bar.name, figure=bar.text) for bar in entries),
    )
    words = Words("chain", t("Where the chain does not win"), description)
    axis = Axis(t("Earned by all shops after kits, kEUR a year"), -30, 60)
    return rowed(words, t("Service"), axis, entries).noted(
        t("To the left of zero the chain may have it: the kits cost more than the shops would earn.")
    )


def _bar(one: Service, now: Plan, t: Translator) -> Bar:
    amount = town.net(one, now.shops)
    text = t(
        "{share} local, {net}",
        share=percent(town.against_chain(one).share_first, t),
        net=thousands(amount, t, 1, sign=True),
    )
    name = t(NAMES[one.key])
    return Bar(
        name if one.key in now.kept else t("{service} (left)", service=name),
        0.0,
        amount / 1000,
        text,
        0 if one.key in now.kept else 1,
    )


def _table(now: Plan, t: Translator) -> str:
    shops = listed(t("The ring with more and fewer shops, EUR a repair"), [_row(n, now, t) for n in COUNTS])
    return shops + listed(
        t("Shops against the chain, EUR a call"), [_service(one, now, t) for one in town.SERVICES]
    )


def _row(shops: int, now: Plan, t: Translator) -> Figures:
    plan = Plan(shops, now.guide, now.kept)
    return {
        t("Shops"): number(shops),
        t("Their own price"): number(town.rivals_price(shops), 2),
        t("With your guide price"): number(plan.price, 2),
        t("Mean way"): number(town.mean_way(shops), 2),
        t("Households pay"): number(plan.bill, 2),
        t("Cost of all together"): number(plan.total, 2),
        t("A shop earns, EUR a year"): number(plan.profit),
    }


def _service(one: Service, now: Plan, t: Translator) -> Figures:
    market = town.against_chain(one)
    return {
        t("Service"): t(NAMES[one.key]),
        t("Shop's cost"): number(one.local),
        t("Chain's cost"): number(one.chain),
        t("Shop's price"): number(market.price_first, 2),
        t("Chain's price"): number(market.price_second, 2),
        t("Local share, %"): number(100 * market.share_first, 1),
        t("All shops after kits, EUR a year"): number(town.net(one, now.shops)),
    }


def _equation(now: Plan, t: Translator) -> str:
    free, first = town.free_entry(), town.SERVICES[0]
    price = formula(
        "p = c + t / n = {cost} + {ring} / {shops} = {price}",
        cost=number(town.COST),
        ring=number(town.WAY),
        shops=number(now.shops),
        price=euros(town.rivals_price(now.shops), t, 2),
    )
    entry = formula(
        "n_e = [([t M] / F)]^[1 / 2] = {free} ; n_b = [n_e] / 2 = {best}",
        free=number(free.firms),
        best=number(free.optimum),
    )
    share = formula(
        "s = 1 / 2 − [c_1 − c_2] / [6 w] = 1 / 2 − {lead} / [6 · {way}] = {share}",
        lead=number(first.lead),
        way=number(first.way),
        share=percent(town.against_chain(first).share_first, t, 1),
    )
    rows = {
        t("What so many shops ask if there is no guide price:"): price,
        t("As many as can live, and the best number, at which all together pay least:"): entry,
        t("The share that stays local, here of {service}:", service=t(NAMES[first.key])): share,
    }
    symbols = {
        "n": t("shops around the ring; as many as can live, and the best number"),
        "c": t("cost of a repair for a shop, EUR"),
        "t": t("what a way around the whole ring costs, EUR"),
        "M": t("repairs a year, {calls}", calls=number(town.CALLS)),
        "F": t("cost of a shop, {cost} a year", cost=thousands(town.SHOP, t)),
        "c₁, c₂": t("cost of a call for a shop and for the chain, EUR"),
        "w": t("what somebody from here is worth, EUR a call"),
    }
    rule = t("A new shop counts the repairs that it takes from others, and nobody counts what they lose.")
    return worked(rows, symbols, rule)


local_firms = Decision(
    exercise_id="u09-local-firms",
    version=1,
    concepts=("C32", "C33", "C35"),
    title=N_("How many shops around the lake?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
