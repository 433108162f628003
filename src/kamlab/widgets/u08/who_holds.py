"""A consignment store of drives: who owns it, how it is filled, and at what price both sign (C48, C50).

``who_plan`` holds the figures, ``who_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08 import who_plan as plan
from kamlab.widgets.u08.who_check import RULES
from kamlab.widgets.u08.who_pictures import LOTS, costs, stock
from kamlab.widgets.u08.who_plan import Store

BOUGHT, CONSIGNED, MADE, WAITS = "bought", "consigned", "made", "waits"


def task(t: Translator) -> Task:
    """What is done today, and the goal."""
    one, now = meridian.bought(meridian.NORDLYS), plan.today()
    situation = t(
        "Nordlys used {pieces} compact drives of 1.5 kW in {year}, at {price} each; one costs Meridian "
        "{cost}. Nordlys orders {lot} at a time, the size that is best for Nordlys alone, and Meridian sets "
        "up its line for each order. Orders, set-ups and stock cost the two {both} a year. Ingrid Solheim "
        "offers a consignment store: the drives lie at Nordlys, and are Meridian's until they are used.",
        pieces=number(one.pieces),
        year=meridian.YEAR,
        price=euros(one.price, t, 2),
        cost=euros(one.cost, t, 2),
        lot=number(now.lot),
        both=euros(now.cost, t),
    )
    goal = t(
        "Your goal: an agreement that both sign. Together they save at least {joint} a year, Meridian at "
        "least {seller} of it and Nordlys at least {buyer}. Nordlys's shelf has room for {shelf} drives, and "
        "its production manager wants {days} days of use in the house on average.",
        joint=euros(plan.JOINT_GOAL, t),
        seller=euros(plan.SELLER_GOAL, t),
        buyer=euros(plan.BUYER_GOAL, t),
        shelf=number(plan.SHELF),
        days=number(plan.LEAST_DAYS),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: a set-up costs Meridian {setup}; a shipment costs Nordlys {order} with an order and an "
        "invoice, {call} when it is called off a store that Meridian owns. Capital costs {capital} of what "
        "the drive cost its owner, space {space} of its value, paid by whoever keeps it. Counting a "
        "consigned store costs Meridian {counting} a year. The line could make {rate} a year; use is even.",
        setup=euros(plan.SETUP, t),
        order=euros(plan.ORDER, t),
        call=euros(plan.CALL, t),
        capital=percent(plan.CAPITAL, t),
        space=percent(plan.SPACE, t),
        counting=euros(plan.COUNTING, t),
        rate=number(plan.PRODUCTION),
    )


def controls(t: Translator) -> tuple[Group, ...]:
    """How the store is filled, who owns it, and what it changes in the price."""
    lot = Slider(
        id="lot",
        label=t("Pieces a shipment"),
        low=LOTS[0],
        high=LOTS[1],
        step=10,
        start=100,
    )
    run = Slider(
        id="run",
        label=t("Shipments made in one run"),
        low=1,
        high=plan.MOST_RUN,
        step=1,
        start=1,
    )
    sent = Choice(
        id="sent",
        label=t("When does a shipment leave?"),
        options=(
            Option(MADE, t("As soon as it is made")),
            Option(WAITS, t("When the store at Nordlys has run down")),
        ),
        start=(MADE,),
    )
    change = Slider(
        id="change",
        label=t("Change of the price"),
        low=-1,
        high=1,
        step=0.2,
        start=0,
        unit=t("{n} EUR a piece"),
        sign=True,
    )
    return (
        Group(controls=(_owner(t),)),
        Group(legend=t("How it is filled"), controls=(lot, run)),
        Group(controls=(sent,)),
        Group(legend=t("Who gets what it saves"), controls=(change,)),
    )


def _owner(t: Translator) -> Choice:
    return Choice(
        id="owner",
        label=t("Whose are the drives in the store?"),
        options=(
            Option(BOUGHT, t("Nordlys's, bought on delivery")),
            Option(CONSIGNED, t("Meridian's, until they are used")),
        ),
        start=(BOUGHT,),
    )


def read(answers: Answers) -> Store:
    """The store that the controls describe."""
    return plan.store(
        answers.number("lot"),
        round(answers.number("run")),
        answers.number("change"),
        consigned=answers.choice("owner") == CONSIGNED,
        waits=answers.choice("sent") == WAITS,
    )


def show(now: Store, t: Translator) -> Shown:
    """What the store means to Meridian and to Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(stock(now, t), costs(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Store, t: Translator) -> str:
    seller, buyer = plan.gains(now)
    return t(
        "Orders, set-ups and stock cost the two {both} a year. Against today Meridian gains {seller} and "
        "Nordlys {buyer}, the price included.",
        both=euros(now.cost, t),
        seller=euros(seller, t, sign=True),
        buyer=euros(buyer, t, sign=True),
    )


def _sides(now: Store, t: Translator) -> dict[str, Figures]:
    seller, buyer = plan.gains(now)
    vendor = {
        t("Set-ups"): euros(now.setups, t),
        t("Stock"): euros(now.vendor_stock, t),
        t("From the change of the price"): euros(now.paid, t, sign=True),
        t("Gains against today"): euros(seller, t, sign=True),
    }
    customer = {
        t("Orders or call-offs"): euros(now.calls, t),
        t("Stock"): euros(now.buyer_stock, t),
        t("From the change of the price"): euros(-now.paid, t, sign=True),
        t("Gains against today"): euros(buyer, t, sign=True),
    }
    return {t("Meridian (seller)"): vendor, t("Nordlys (buyer)"): customer}


def _table(now: Store, t: Translator) -> str:
    other = plan.store(now.lot, now.run, now.change, consigned=not now.consigned, waits=now.waits)
    bought, consigned = (other, now) if now.consigned else (now, other)
    plans = {
        t("Today"): plan.today(),
        t("Your filling, bought"): bought,
        t("Your filling, consigned"): consigned,
    }
    figures = {name: _figures(one, t) for name, one in plans.items()}
    return compared(t("Who holds, and who saves"), t("Figure"), figures)


def _figures(one: Store, t: Translator) -> Figures:
    seller, buyer = plan.gains(one)
    return {
        t("At Nordlys on average, drives"): number(one.at_buyer),
        t("At Nordlys at most, drives"): number(one.peak),
        t("At Meridian on average, drives"): number(one.at_vendor),
        t("Meridian's cost, EUR a year"): number(one.vendor_cost),
        t("Nordlys's cost, EUR a year"): number(one.buyer_cost),
        t("Both, EUR a year"): number(one.cost),
        t("Meridian gains, EUR a year"): number(seller, sign=True),
        t("Nordlys gains, EUR a year"): number(buyer, sign=True),
    }


def _equation(now: Store, t: Translator) -> str:
    v, b = plan.shares(now.run, waits=now.waits)
    counted = now.vendor_stock - (plan.COUNTING if now.consigned else 0.0)
    slope = (counted + now.buyer_stock) / now.lot
    call = plan.CALL if now.consigned else plan.ORDER
    shipped = formula("F = D / q · (S / n + A) = {fees}", fees=euros(now.setups + now.calls, t))
    stocked = formula(
        "G = H q + K = {stock} + {counting}",
        stock=euros(slope * now.lot, t),
        counting=euros(plan.COUNTING if now.consigned else 0.0, t),
    )
    both = formula("C = F + G = {cost}", cost=euros(now.cost, t))
    rows = {
        t("Set-ups and shipments:"): shipped,
        t("Stock in both houses, and counting it:"): stocked,
        t("What the two pay together:"): both,
    }
    symbols = {
        "D": t("drives a year, {pieces}", pieces=number(plan.need())),
        "q": t("pieces a shipment, {lot}", lot=number(now.lot)),
        "n": t("shipments made in one run, {run}", run=now.run),
        "S": t("a set-up, {setup}", setup=euros(plan.SETUP, t)),
        "A": t("a shipment at Nordlys, {call}", call=euros(call, t)),
        "H": t(
            "stock, {slope} a year for each piece of the shipment: {v} of a shipment lie at Meridian, {b} at "
            "Nordlys",
            slope=euros(slope, t, 2),
            v=number(v, 2),
            b=number(b, 2),
        ),
        "K": t("counting the consigned store"),
    }
    return worked(rows, symbols, _rule(t))


def _rule(t: Translator) -> str:
    one = meridian.bought(meridian.NORDLYS)
    return t(
        "A drive in the store ties up {mine} a year of capital while it is Meridian's, and {his} once "
        "Nordlys has paid for it. Changing the owner saves the difference; it moves the rest to "
        "Meridian. The price moves it back.",
        mine=euros(plan.CAPITAL * one.cost, t, 2),
        his=euros(plan.CAPITAL * one.price, t, 2),
    )


who_holds = Decision(
    exercise_id="u08-who-holds",
    version=1,
    concepts=("C48", "C50"),
    title=N_("Who holds, who saves?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
