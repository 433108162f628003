"""For which parts a loyal understanding fits, and for which it is dangerous: Kraljic's map (C19, C20).

``fits_plan`` holds the parts, ``fits_check`` the goal's conditions. The start is what looks obvious: develop
the suppliers with whom most is spent.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u07 import fits_plan as plan
from kamlab.widgets.u07.fits_check import FIELDS, RULES
from kamlab.widgets.u07.fits_pictures import WAYS, kraljic_map, worths
from kamlab.widgets.u07.fits_plan import PARTS, Part, Way

NONE = "none"
_MOST_SHARE = 60  # %


def task(t: Translator) -> Task:
    """The parts, and the goal."""
    situation = t(
        "Seven parts come from small firms. Each can be bought from two approved suppliers that bid; or "
        "from one whom Meridian develops, trusts and stays with; or the firm can be bought, once. The team "
        "wants an understanding where Meridian spends most: boards, stators, heat sinks and housings."
    )
    goal = t(
        "Your goal: all parts together bring Meridian at least {total} a year, with at most {days} "
        "engineers' days and {money} for buying a firm. No single failure costs more than {blow}, each "
        "understanding beats two suppliers, and each small supplier in one gains at least {each} a year.",
        total=thousands(plan.TOTAL, t),
        days=number(plan.DAYS),
        money=thousands(plan.MONEY, t),
        blow=thousands(plan.BLOW, t),
        each=thousands(plan.EACH, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "The margins are the ledger's. Assumed: development saves {saved} of the spending next door, "
        "nothing {far} hours away. It takes {visits} engineers' days at {day}, twice as many {travel} "
        "hours away, and costs the supplier {own} a year in time. A small supplier fails with a chance of "
        "{fails} a year. Bids save {bid}, but asking for them and keeping the second supplier approved "
        "costs money. Made inside, a part costs {inside} of the spending more, and {buying} a year to "
        "integrate the firm.",
        visits=number(plan.VISITS),
        day=euros(plan.DAY, t),
        travel=number(plan.TRAVEL),
        saved=percent(plan.SAVED, t),
        far=number(plan.FAR),
        own=thousands(plan.OWN_TIME, t),
        fails=percent(plan.FAILS, t),
        bid=percent(plan.BID, t),
        inside=percent(plan.INSIDE, t),
        buying=thousands(plan.BUYING, t),
    )


def controls(t: Translator) -> tuple[Choice, Choice, Group]:
    """Who is developed, who is bought, and who keeps what is saved."""
    loyal = Choice(
        id="loyal",
        label=t("A loyal understanding for"),
        help=t("What is not ticked comes from two suppliers that bid."),
        options=tuple(Option(one.key, t(one.name), _note(one, t)) for one in PARTS),
        many=True,
        start=plan.START,
    )
    prices = ((one, one.price) for one in PARTS if one.price is not None)
    bought = tuple(
        Option(one.key, one.supplier, t("{part}; costs {price}", part=t(one.name), price=thousands(price, t)))
        for one, price in prices
    )
    inside = Choice(
        id="inside",
        label=t("Which firm do you buy?"),
        options=(Option(NONE, t("None")), *bought),
        start=(NONE,),
    )
    share = Slider(
        id="share",
        label=t("The small suppliers keep of what is saved"),
        low=0,
        high=_MOST_SHARE,
        step=5,
        start=20,
        unit=t("{n} %"),
    )
    return loyal, inside, Group(legend=t("Who gains?"), controls=(share,))


def _note(one: Part, t: Translator) -> str:
    return t(
        "{supplier}: {spend} a year, {hours} h away, {months} months to replace",
        supplier=one.supplier,
        spend=thousands(one.spend, t),
        hours=f"{one.hours:g}",
        months=f"{one.months:g}",
    )


def read(answers: Answers) -> plan.Choice:
    """The choice that the controls describe."""
    inside = answers.choice("inside")
    return plan.Choice(
        loyal=answers.chosen("loyal"),
        inside=inside if inside in plan.BUYABLE else "",
        share=answers.number("share") / 100,
    )


def show(now: plan.Choice, t: Translator) -> Shown:
    """What the choice means to Meridian and to its small suppliers."""
    return Shown(
        summary=_summary(now, t),
        pictures=(kraljic_map(now, t), worths(now, t)),
        sides=_sides(now, t),
        before=_before(now, t),
        table=listed(
            t("The seven parts, kEUR a year under each way of buying"),
            [_row(place, now, t) for place in range(len(PARTS))],
            words=3,
        ),
        equation=_equation(now, t),
    )


def _summary(now: plan.Choice, t: Translator) -> str:
    return t(
        "The parts bring Meridian {total} a year and take {days} engineers' days. The dearest failure would "
        "cost {blow}. The small suppliers with an understanding gain {theirs}.",
        total=thousands(now.total, t, 1),
        days=number(now.days, 1),
        blow=thousands(now.blow, t),
        theirs=thousands(now.theirs, t, 1),
    )


def _sides(now: plan.Choice, t: Translator) -> dict[str, Figures]:
    buyer = {
        t("Saved"): thousands(now.item("saved"), t),
        t("Engineers"): thousands(now.item("visits"), t),
        t("Failures, expected"): thousands(now.item("risk"), t),
        t("Second sources, made inside"): thousands(now.item("extra"), t),
        t("All parts, a year"): thousands(now.total, t),
    }
    loyal = now.parts(Way.LOYAL)
    seller = {
        t("Firms with an understanding"): number(len(loyal)),
        t("Their part of the saving"): thousands(sum(now.share * one.developed for one in loyal), t, 1),
        t("Their own time"): thousands(-plan.OWN_TIME * len(loyal), t, 1),
        t("Gain of all, a year"): thousands(now.theirs, t, 1),
        t("Gain of the least, a year"): thousands(min((now.gain(one) for one in loyal), default=0.0), t, 1),
    }
    return {t("Meridian (buyer)"): buyer, t("Small suppliers (sellers)"): seller}


def _before(now: plan.Choice, t: Translator) -> dict[str, Figures]:
    """Meridian with two suppliers for each part; of small suppliers with an understanding there is none."""
    old = _sides(plan.TODAY, t)
    return {
        side: old[side] if place == 0 else figures
        for place, (side, figures) in enumerate(_sides(now, t).items())
    }


def _row(place: int, now: plan.Choice, t: Translator) -> Figures:
    one = PARTS[place]
    inside = number(now.worth(one, Way.INSIDE) / 1000, 1) if one.price is not None else t("not for sale")
    return {
        t("Part"): f"{place + 1}. {t(one.name)}",
        t("Field"): t(FIELDS[one.field]),
        t("Your way"): t(WAYS[now.way(one)]),
        t("One failure, kEUR"): number(one.blow / 1000),
        t("Two suppliers"): number(now.worth(one, Way.MARKET) / 1000, 1),
        t("Understanding"): number(now.worth(one, Way.LOYAL) / 1000, 1),
        t("Inside"): inside,
        t("Engineers' days"): number(one.days, 1),
        t("Gain of the small supplier"): number(now.gain(one) / 1000, 1),
    }


def _equation(now: plan.Choice, t: Translator) -> str:
    one = max(now.parts(Way.LOYAL) or PARTS, key=lambda part: part.blow)
    items = now.items(one, Way.LOYAL)
    worth = formula(
        "V = (1 − σ) g S [(1 − d / d_0)] − k n − f T m = {numbers} = {value}",
        numbers=f"{number(items['saved'] / 1000, 1)} − {number(-items['visits'] / 1000, 1)} − "
        f"{number(-items['risk'] / 1000, 1)}",
        value=thousands(now.worth(one, Way.LOYAL), t, 1),
    )
    blow = formula(
        "T m = {months} · {margin} = {value}",
        months=f"{one.months:g}",
        margin=thousands(one.margin, t, 1),
        value=thousands(one.blow, t),
    )
    rows = {
        t("What an understanding brings Meridian, here for {name}:", name=t(one.name)): worth,
        t("What one failure of its supplier costs:"): blow,
    }
    rule = t(
        "Distance lowers the first term; months and margin raise the last. So the understanding fits what is "
        "near, or what is not critical. For what is neither, no division of the saving makes up for it."
    )
    return worked(rows, _symbols(now, one, t), rule)


def _symbols(now: plan.Choice, one: Part, t: Translator) -> dict[str, str]:
    return {
        "σ": t("the suppliers' part of the saving, {share}", share=percent(now.share, t)),
        "g, S": t(
            "share saved next door, {share}, and spending, {spend} a year",
            share=percent(plan.SAVED, t),
            spend=thousands(one.spend, t),
        ),
        "d": t("hours of drive, {hours}, of at most {far}", hours=f"{one.hours:g}", far=number(plan.FAR)),
        "k, n": t(
            "an engineer's day, {cost}, and days a year, {days}",
            cost=thousands(plan.DAY, t, 1),
            days=number(one.days, 1),
        ),
        "f": t("chance a year that a small supplier fails, {chance}", chance=percent(plan.FAILS, t)),
        "T, m": t("months until another is approved, and the margin that stops in a month"),
    }


where_it_fits = Decision(
    exercise_id="u07-where-it-fits",
    version=1,
    concepts=("C19", "C20"),
    title=N_("Where does it fit, and where is it dangerous?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
