"""Five per cent off: grant it, refuse it, or trade it for something (C46).

``price_plan`` holds the figures, ``price_check`` the goal's conditions. The models are the break-even volume
and the profit levers of ``kamlab.models.procurement``.
"""

from kamlab.i18n import N_, Translator
from kamlab.models.procurement import profit_levers
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bars, lines
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u01 import lifetime_plan
from kamlab.widgets.u03 import nordlys, price_plan
from kamlab.widgets.u03.price_check import RULES, term_names
from kamlab.widgets.u03.price_plan import Deal

_TO = 30  # % of extra volume that the slider and the picture reach
_LOW, _HIGH = 50.0, 400.0  # kEUR, of the picture


def task(t: Translator) -> Task:
    """What the rival offers, and the goal."""
    situation = t(
        "In {year} Nordlys bought for {revenue}. After the goods {contribution} was left, after service "
        "{profit}. Now a rival quotes {cut} less, which saves Nordlys {saves} a year, or {gain} once the "
        "cost of changing supplier is spread over {years} years. Stefan Lopez asks Meridian to match it. "
        "You may grant it, refuse it, or trade.",
        year=nordlys.YEAR,
        revenue=thousands(nordlys.account().revenue, t),
        contribution=thousands(nordlys.contribution(), t),
        profit=thousands(nordlys.account().profit, t),
        cut=percent(nordlys.RIVAL, t),
        saves=thousands(price_plan.rival_saves(), t, 1),
        gain=thousands(price_plan.rival_gain(), t, 1),
        years=lifetime_plan.YEARS,
    )
    goal = t(
        "Your goal: Nordlys leaves Meridian at least {goal} a year and gains at least what the rival "
        "offers, {gain}. It may buy at most {limit} of its drives from one supplier, and no term may cost "
        "one side more than it brings the other.",
        goal=thousands(price_plan.GOAL, t),
        gain=thousands(price_plan.rival_gain(), t, 1),
        limit=percent(price_plan.LIMIT, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: what the terms bring and cost; that half of a volume comes which is only promised, and "
        "all of it where the reduction is a bonus for it; that each per cent of volume costs Nordlys "
        "{moving} EUR for approvals; and that more pieces need no more service.",
        moving=number(price_plan.MOVING),
    )


def controls(t: Translator) -> tuple[Group, Choice]:
    """Price and volume, and the terms."""
    cut = Slider(id="cut", label=t("Price reduction"), low=0, high=5, step=0.5, start=0, unit=t("{n} %"))
    volume = Slider(
        id="volume",
        label=t("Extra volume that you ask for"),
        low=0,
        high=_TO,
        step=1,
        start=0,
        unit=t("{n} %"),
        help=t("Moved from Nordlys's second supplier; in % of what Meridian delivers today."),
    )
    agreed = Choice(
        id="terms",
        label=t("What else you agree on"),
        help=t("What each term brings, in kEUR a year."),
        options=tuple(Option(one, name, _note(one, t)) for one, name in term_names(t).items()),
        many=True,
    )
    return Group(legend=t("Price and volume"), controls=(cut, volume)), agreed


def _note(term: str, t: Translator) -> str:
    worth = price_plan.terms()[term]
    if term == "bonus":
        return t("all of the volume comes · Nordlys {buyer}", buyer=number(worth.buyer / 1000, sign=True))
    return t(
        "Meridian {seller} · Nordlys {buyer}",
        seller=number(worth.seller / 1000, sign=True),
        buyer=number(worth.buyer / 1000, sign=True),
    )


def read(answers: Answers) -> Deal:
    """The deal that the controls describe."""
    cut, asked = answers.number("cut") / 100, answers.number("volume") / 100
    return price_plan.deal(cut, asked, answers.chosen("terms"))


def show(now: Deal, t: Translator) -> Shown:
    """The deal's consequences for Meridian and for Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_volume_picture(now, t), _gains(now, t)),
        warning=_warning(now, t),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Deal, t: Translator) -> str:
    return t(
        "Nordlys would leave Meridian {profit} a year ({change} against today), and would gain {gain} a "
        "year; the rival offers it {rival}.",
        profit=thousands(now.profit, t, 1),
        change=thousands(now.profit - nordlys.account().profit, t, 1, sign=True),
        gain=thousands(now.buyer, t, 1),
        rival=thousands(price_plan.rival_gain(), t, 1),
    )


def _warning(now: Deal, t: Translator) -> str:
    if now.buyer >= price_plan.rival_gain():
        return ""
    return t(
        "This deal is worth less to Nordlys than the rival's. If it changes supplier, Meridian loses "
        "{contribution} of contribution a year.",
        contribution=thousands(nordlys.contribution(), t),
    )


def _profit_line(like: Deal, at: list[float]) -> tuple[tuple[float, float], ...]:
    """Meridian's profit in kEUR over the extra volume (%) that comes, at the price and terms of ``like``."""
    today = nordlys.account()
    each = today.revenue * (1 - like.cut) - today.cost_of_goods - today.returns
    return tuple((x, (each * (1 + x / 100) - like.service) / 1000) for x in at)


def _volume_picture(now: Deal, t: Translator) -> Picture:
    at = sorted({*(float(x) for x in range(0, _TO + 1, 5)), round(now.comes * 100, 6)})
    frame = Frame(
        Axis(t("Extra volume that comes, %"), 0, _TO),
        Axis(t("Profit from Nordlys, kEUR a year"), _LOW, _HIGH),
    )
    today, mine = nordlys.account().profit / 1000, _profit_line(now, at)
    series = (
        Series(t("Your price and terms"), mine),
        Series(
            t("{cut} off", cut=percent(nordlys.RIVAL, t)),
            _profit_line(price_plan.grant(), at),
            0,
            below=True,
        ),
        Series(t("Today's profit"), tuple((x, today) for x in at), below=mine[-1][1] > today),
        Series(t("Your deal"), ((now.comes * 100, _LOW), (now.comes * 100, now.profit / 1000)), 0),
    )
    description = t(
        "Meridian's profit rises with the volume that comes. At {cut} off and nothing else it reaches "
        "today's {today} only with {needed} more volume. Your deal brings {comes} more volume and a profit "
        "of {profit}.",
        cut=percent(nordlys.RIVAL, t),
        today=thousands(nordlys.account().profit, t),
        needed=percent(price_plan.needed(nordlys.RIVAL), t, 1),
        comes=percent(now.comes, t, 1),
        profit=thousands(now.profit, t, 1),
    )
    return lines(Words("line", t("What volume has to make up for"), description), frame, series, digits=1)


def _gains(now: Deal, t: Translator) -> Picture:
    change = round(now.profit - nordlys.account().profit, 2) + 0.0  # no -0.0: its text would stand below
    entries = (
        (t("Meridian"), change / 1000, thousands(change, t, sign=True)),
        (t("Nordlys"), now.buyer / 1000, thousands(now.buyer, t, sign=True)),
        (
            t("Rival's offer"),
            price_plan.rival_gain() / 1000,
            thousands(price_plan.rival_gain(), t, sign=True),
        ),
    )
    values = [value for _, value, _ in entries]
    frame = Frame(
        Axis(t("Who gains"), 0, 3),
        Axis(t("Against today, kEUR a year"), min(-60.0, *values) * 1.3, max(80.0, *values) * 1.25),
        height=230,
    )
    description = t(
        "Against today Meridian's profit changes by {seller} a year, and Nordlys gains {buyer}; with the "
        "rival it would gain {rival}.",
        seller=thousands(change, t, 1, sign=True),
        buyer=thousands(now.buyer, t, 1),
        rival=thousands(price_plan.rival_gain(), t, 1),
    )
    return bars(
        Words("gains", t("Who gains by your deal, and what Nordlys would gain with the rival"), description),
        frame,
        entries,
    )


def _sides(now: Deal, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Revenue"): thousands(now.revenue, t),
        t("Cost of the goods"): thousands(now.goods, t),
        t("Service and terms"): thousands(now.service, t, 1),
        t("Profit a year"): thousands(now.profit, t, 1),
    }
    buyer = {
        t("Saved by the price"): thousands(now.price_gain, t, 1, sign=True),
        t("Cost of moving volume"): thousands(-now.moving, t, 1, sign=True),
        t("Terms"): thousands(now.terms_gain, t, 1, sign=True),
        t("Gain a year"): thousands(now.buyer, t, 1, sign=True),
        t("Share bought from Meridian"): percent(now.share, t, 1),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _table(now: Deal, t: Translator) -> str:
    deals = {t("Refuse"): price_plan.refusal(), t("Grant it"): price_plan.grant(), t("Your deal"): now}
    figures = {name: _figures(one, t) for name, one in deals.items()}
    return compared(t("Refuse, grant or trade"), t("A year"), figures)


def _figures(one: Deal, t: Translator) -> Figures:
    return {
        t("Price change, %"): number(-one.cut * 100, 1),
        t("Extra volume that comes, %"): number(one.comes * 100, 1),
        t("Volume that pays for the price alone, %"): number(price_plan.needed(one.cut) * 100, 1),
        t("Revenue, EUR"): number(one.revenue),
        t("Goods, EUR"): number(one.goods),
        t("Service and terms, EUR"): number(one.service),
        t("Profit from Nordlys, EUR"): number(one.profit),
        t("Gain of Nordlys, EUR"): number(one.buyer),
    }


def _equation(now: Deal, t: Translator) -> str:
    margin, today = nordlys.margin(), nordlys.account()
    levers = profit_levers(today.revenue, today.cost_of_goods + today.returns, today.cost_to_serve)
    volume = formula(
        "ΔV = −ΔP / [CM + ΔP] = {top} / {bottom} = {volume}",
        top=percent(now.cut, t, 1),
        bottom=f"{percent(margin, t, 1)} − {percent(now.cut, t, 1)}",
        volume=percent(price_plan.needed(now.cut), t, 1),
    )
    symbols = {
        "ΔV": t("extra volume that pays for the price change, with nothing else agreed"),
        "ΔP": t("your price change, {cut}", cut=percent(-now.cut, t, 1)),
        "CM": t("what is left of a euro of revenue after the goods, {margin}", margin=percent(margin, t, 1)),
    }
    rule = t(
        "One per cent of price is {share} of the profit from Nordlys, one per cent of volume only {volume}.",
        share=percent(levers.price, t, 1),
        volume=percent(levers.volume, t, 1),
    )
    return worked({"": volume}, symbols, rule)


price_cut = Decision(
    exercise_id="u03-price-cut",
    version=1,
    concepts=("C46",),
    title=N_("Five per cent off?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
