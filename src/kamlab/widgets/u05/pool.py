"""Five workshops, one account: who joins the pool, who pays what, and what Meridian grants (C22, C23).

``pool_plan`` holds the figures, ``pool_check`` the goal's conditions. No firm here is a key account alone.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u05 import pool_plan as plan
from kamlab.widgets.u05.pool_check import RULES
from kamlab.widgets.u05.pool_plan import FIRMS, Pool

_RHYTHMS = range(6, 41, 2)  # joint orders a year
_TOP = 14_000  # EUR a year, the end of the picture's axis


def task(t: Translator) -> Task:
    """What the workshops ask, and the goal."""
    first, second = (name for name, one in plan.workshops().items() if one.left)
    situation = t(
        "Bruno Silva of Harbour Rewinds writes for five workshops in Britain and Ireland. Three still buy "
        "from Meridian, which loses {loss} a year on them after service; {first} and {second} have left "
        "and buy {less} cheaper elsewhere. From {line} a year Meridian treats a buyer as a key account, "
        "with a named contact and a discount. None of the five gets there alone. Together they could "
        "order on one pallet.",
        loss=euros(-plan.service().profit, t),
        first=first,
        second=second,
        less=percent(plan.ELSEWHERE, t),
        line=thousands(plan.LINE, t),
    )
    goal = t(
        "Your goal: form a pool that lasts. It buys for at least {line}; each member saves at least "
        "{share} of what its orders and stock cost it alone; no group inside would do better by itself; "
        "nobody is worse off than today, the price included; and Meridian earns at least {goal} a year "
        "more.",
        line=thousands(plan.LINE, t),
        share=percent(plan.WORTH_IT, t),
        goal=thousands(plan.GOAL, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: an order costs {order}, whoever is in it; stock costs {usual} of its value a year, at Blue "
        "Anvil, which rents by the pallet, {dear}. A member buys all its drives through the pool. Serving an "
        "order costs Meridian {served}, as the ledger shows for the three, and {label} for each further firm "
        "on the pallet.",
        order=euros(plan.ORDER, t),
        usual=percent(plan.workshops()[plan.HARBOUR].stock, t),
        dear=percent(plan.workshops()[plan.BLUE_ANVIL].stock, t),
        served=euros(plan.service().order, t),
        label=euros(plan.LABEL, t),
    )


def controls(t: Translator) -> tuple[Choice, Group]:
    """The members, the bill, the rhythm and the discount."""
    members = Choice(
        id="members",
        label=t("Who joins the pool"),
        options=tuple(Option(name, name, _note(name, t)) for name in FIRMS),
        many=True,
        start=FIRMS[:3],
    )
    key = Choice(
        id="key",
        label=t("How the bill for orders and stock is shared"),
        options=(
            Option(plan.EQUAL, t("Equally")),
            Option(plan.VOLUME, t("By volume bought")),
            Option(plan.SQUARES, t("By the squares of what each would pay alone")),
        ),
        start=(plan.EQUAL,),
    )
    orders = Slider(
        id="orders",
        label=t("Joint orders a year"),
        low=_RHYTHMS[0],
        high=_RHYTHMS[-1],
        step=2,
        start=26,
    )
    discount = Slider(
        id="discount",
        label=t("Meridian's discount"),
        low=0,
        high=8,
        step=0.5,
        start=0,
        unit=t("{n} %"),
        help=t("Granted from {line} a year on.", line=thousands(plan.LINE, t)),
    )
    return members, Group(legend=t("The agreement"), controls=(key, orders, discount))


def _note(name: str, t: Translator) -> str:
    one = plan.workshops()[name]
    return t("needs {need}, buys {bought} here", need=thousands(one.need, t), bought=thousands(one.bought, t))


def read(answers: Answers) -> Pool:
    """The pool that the controls describe."""
    return plan.pool(
        answers.chosen("members"),
        answers.number("orders"),
        answers.choice("key") or plan.EQUAL,
        answers.number("discount") / 100,
    )


def show(now: Pool, t: Translator) -> Shown:
    """What the pool means to its members and to Meridian."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_gains(now, t), _rhythm(now, t)),
        sides=_sides(now, t),
        table=listed(t("The five workshops, EUR a year"), [_row(name, now, t) for name in FIRMS], words=2),
        equation=_equation(now, t),
    )


def _summary(now: Pool, t: Translator) -> str:
    return t(
        "The pool buys for {need} a year. Its orders and stock cost {bill}, alone {alone}. Meridian's profit "
        "changes by {rise}.",
        need=thousands(now.need, t),
        bill=euros(now.bill, t),
        alone=euros(sum(plan.alone(one) for one in now.members), t),
        rise=thousands(now.rise, t, 1, sign=True),
    )


def _sides(now: Pool, t: Translator) -> dict[str, Figures]:
    price = sum(plan.price_gain(one, now.discount) for one in now.members)
    seller = {
        t("Sales to the members"): thousands(now.need, t),
        t("Discount"): thousands(-now.discount * now.need, t, 1),
        t("Cost to serve"): thousands(-now.served, t, 1),
        t("Change of profit"): thousands(now.rise, t, 1, sign=True),
    }
    buyers = {
        t("Members"): number(len(now.members)),
        t("Saved on orders and stock"): euros(sum(plan.alone(o) - now.pays[o] for o in now.members), t),
        t("Gained by the price"): euros(price, t, sign=True),
        t("Gained in all"): euros(sum(now.gains.values()), t, sign=True),
    }
    return {t("Meridian (seller)"): seller, t("The members (buyers)"): buyers}


def _gains(now: Pool, t: Translator) -> Picture:
    entries = [_bar(name, now, t) for name in FIRMS]
    description = t(
        "What each workshop saves in the pool of what its orders and stock cost it alone. {firms}.",
        firms=t(", ").join(t("{firm}: {text}", firm=bar.name, text=bar.text) for bar in entries),
    )
    low = min(-20.0, *(bar.end for bar in entries))
    words = Words("bar", t("What the bill does to each"), description)
    note = t("Each wants to save at least {share}.", share=percent(plan.WORTH_IT, t))
    return rowed(words, t("Workshop"), Axis(t("Saved of orders and stock, %"), low, 100), entries).noted(note)


def _bar(name: str, now: Pool, t: Translator) -> Bar:
    alone = plan.alone(name)
    if name not in now.members:
        return Bar(name, 0.0, 0.0, t("not in; pays {alone} EUR", alone=number(alone)))
    saved = 1 - now.pays[name] / alone
    text = t("{pays} EUR, not {alone}", pays=number(now.pays[name]), alone=number(alone))
    return Bar(name, 0.0, 100 * saved, text, 2 if saved >= plan.WORTH_IT else 1)


def _rhythm(now: Pool, t: Translator) -> Picture:
    bills = tuple((float(m), plan.bill(now.members, m)) for m in _RHYTHMS)
    apart = sum(plan.alone(one) for one in now.members)
    frame = Frame(
        Axis(t("Joint orders a year"), _RHYTHMS[0], _RHYTHMS[-1]), Axis(t("EUR a year"), 0, _TOP), left=58
    )
    series = (
        Series(t("Together"), bills, -2),
        Series(t("Each alone"), tuple((m, apart) for m, _ in bills), -2, below=True),
        Series(t("Your rhythm"), ((now.orders, 0.0), (now.orders, 0.95 * _TOP)), 1),
    )
    description = t(
        "What the members' orders and stock cost together, by the number of joint orders a year: {bill} EUR "
        "with {orders}; each alone they pay {apart} EUR. Few orders mean much stock, many orders much work.",
        orders=number(now.orders),
        bill=number(now.bill),
        apart=number(apart),
    )
    return lines(Words("line", t("How often to order"), description), frame, series)


def _row(name: str, now: Pool, t: Translator) -> Figures:
    one, inside = plan.workshops()[name], name in now.members
    return {
        t("Workshop"): name,
        t("In the pool"): t("yes") if inside else t("no"),
        t("Needs"): number(one.need),
        t("Buys from Meridian today"): number(one.bought),
        t("Orders and stock alone"): number(plan.alone(name)),
        t("In the pool, its part"): number(now.pays[name]) if inside else "–",
        t("Gained by the price"): number(plan.price_gain(name, now.discount), sign=True) if inside else "–",
        t("Gained in all"): number(now.gains[name], sign=True) if inside else "–",
    }


def _equation(now: Pool, t: Translator) -> str:
    yours = formula(
        "C = a m + [∑_i h_i d_i] / [2 m] = {orders} + {stock} = {bill}",
        orders=number(plan.ORDER * now.orders if now.members else 0),
        stock=number(now.bill - plan.ORDER * now.orders if now.members else 0),
        bill=euros(now.bill, t),
    )
    share = formula("c_i^2 / [∑_j c_j^2] · C")
    rows = {
        t("What your joint orders and the members' stock cost:"): yours,
        t("A member's part by the squares, which no group has a reason to leave at the best rhythm:"): share,
    }
    symbols = {
        "a": t("cost of an order, {order}", order=euros(plan.ORDER, t)),
        "m": t("joint orders a year, {orders}", orders=number(now.orders)),
        "h": t("what it costs a member to hold stock for a year, as a share of its value"),
        "d": t("what a member needs, EUR a year"),
        "c": t("what orders and stock cost the member alone, EUR a year"),
    }
    return worked(rows, symbols, _rule(now, t))


def _rule(now: Pool, t: Translator) -> str:
    if not now.members:
        return ""
    best = plan.best(now.members)
    return t(
        "With the best rhythm, {orders} orders a year, the pool would pay {least}: the root of the sum of "
        "the squares of what each pays alone.",
        orders=number(best.orders_joint, 1),
        least=euros(best.joint, t),
    )


pool = Decision(
    exercise_id="u05-pool",
    version=1,
    concepts=("C22", "C23"),
    title=N_("Five workshops, one account"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
