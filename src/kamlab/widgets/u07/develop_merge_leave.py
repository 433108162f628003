"""Twelve quarters with a small supplier of a core product: develop, merge or leave (C19, C21, C30).

``tarn_plan`` holds the quarters, ``tarn_check`` the goal's conditions. The start is what a grateful customer
would do: order everything, lend engineers, and leave the firm to its owners.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u07 import tarn_plan as tarn
from kamlab.widgets.u07.tarn_check import RULES, total
from kamlab.widgets.u07.tarn_pictures import alone, both, prices
from kamlab.widgets.u07.tarn_plan import Plan, Quarter


def task(t: Translator) -> Task:
    """Where Tarn Windings stands, and the goal."""
    situation = t(
        "Tarn Windings, thirty people in a valley, winds the stators of Meridian's integrated drives, the "
        "family that is to grow. {today} come from Tarn, the rest from Coilworks, a large firm, at "
        "{dearer} more each. Nordlys would order {motors} motors with drive a quarter from quarter "
        "{quarter} on, if their stators come in all three regions where it builds. Tarn delivers as far as "
        "its van goes.",
        today=percent(tarn.TODAY, t),
        dearer=euros(tarn.NEXT_BEST - tarn.PRICE, t),
        motors=number(tarn.nordlys_order()),
        quarter=tarn.REGIONS,
    )
    goal = t(
        "Your goal: Nordlys's order comes; while Tarn stands alone, its failure would cost at most {blow} "
        "and is at most {chance} likely in all; in three years Meridian gains at least {gain} against "
        "buying from Coilworks, and Tarn's owners at least {owners} against today.",
        blow=thousands(tarn.BLOW, t),
        chance=percent(tarn.CHANCE, t),
        gain=thousands(tarn.GAIN, t),
        owners=thousands(tarn.OWNERS, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: three regions take {reach} engineers' days in all; a day costs Meridian {day} and Tarn "
        "{host}. What Tarn learns lowers the price by half of it; owners who have sold a part learn more "
        "slowly by that part. If Tarn failed, Coilworks would need up to {months} months, fewer the more "
        "it delivers already. With half of Tarn or more, Meridian stands behind its debts of {debt}; one "
        "firm costs {merging} once and {hierarchy} a year. Tarn is worth {multiple} years of its last "
        "profit. A contract leaves a gap with a chance of {gap} a year. No interest.",
        reach=number(tarn.REACH),
        day=euros(tarn.DAY, t),
        host=euros(tarn.HOST, t),
        months=number(tarn.REPLACE),
        debt=thousands(tarn.DEBT, t),
        hierarchy=thousands(tarn.HIERARCHY, t),
        merging=thousands(tarn.MERGING, t),
        multiple=number(tarn.MULTIPLE),
        gap=percent(tarn.GAP, t),
    )


def controls(t: Translator) -> tuple[Group, Group]:
    """Development, and the stake."""
    days = Slider(
        id="days",
        label=t("Engineers' days lent a quarter"),
        low=0,
        high=tarn.MOST_DAYS,
        step=5,
        start=30,
    )
    share = Slider(
        id="share",
        label=t("Stators ordered from Tarn"),
        low=0,
        high=100,
        step=10,
        start=100,
        unit=t("{n} %"),
        help=t("The rest comes from Coilworks."),
    )
    stake = Slider(
        id="stake",
        label=t("Stake that Meridian takes"),
        low=0,
        high=100,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t("From 50 % on Meridian controls Tarn: in fact, they have merged."),
    )
    start = Slider(
        id="start",
        label=t("In which quarter?"),
        low=1,
        high=tarn.QUARTERS,
        step=1,
        start=tarn.QUARTERS,
    )
    return (
        Group(legend=t("Develop"), controls=(days, share)),
        Group(legend=t("Merge, or not"), controls=(stake, start)),
    )


def read(answers: Answers) -> Plan:
    """The plan that the controls describe."""
    return tarn.plan(
        answers.number("days"),
        answers.number("share") / 100,
        answers.number("stake") / 100,
        round(answers.number("start")),
    )


def show(now: Plan, t: Translator) -> Shown:
    """What the plan means to Meridian and to Tarn's owners."""
    return Shown(
        summary=_summary(now, t),
        pictures=(prices(now, t), both(now, t)),
        sides=_sides(now, t),
        table=listed(t("Quarter by quarter"), [_row(*one, t) for one in now.sofar()]),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "In three years Meridian gains {buyer} against buying from Coilworks, Tarn's owners {owners} against "
        "today. While Tarn stands alone its failure is {chance} likely and would cost up to {blow}.",
        buyer=thousands(now.buyer, t, sign=True),
        owners=thousands(now.owners_gain, t, sign=True),
        chance=percent(now.chance, t, 1),
        blow=thousands(now.blow, t),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    held = total(now, lambda one: one.stake * one.profit) + now.held * now.end
    kept = total(now, lambda one: (1 - one.stake) * one.profit) + (1 - now.held) * now.end
    paid = total(now, lambda one: one.paid)
    buyer = {
        t("Stators, against Coilworks"): thousands(total(now, lambda one: one.saved), t, sign=True),
        t("Nordlys's order"): thousands(total(now, lambda one: one.extra), t, sign=True),
        t("Engineers"): thousands(-total(now, lambda one: one.lent * tarn.DAY), t, sign=True),
        t("Contract, dangers, merger"): thousands(-total(now, lambda one: one.governing), t, sign=True),
        t("Paid for its part of Tarn"): thousands(-paid, t, sign=True),
        t("That part's profit and worth"): thousands(held, t, sign=True),
        t("Gain against leaving"): thousands(now.buyer, t, sign=True),
    }
    owners = {
        t("Their part's profit and worth"): thousands(kept, t, sign=True),
        t("Received for the rest"): thousands(paid, t, sign=True),
        t("Taken in hold-ups, expected"): thousands(total(now, lambda one: one.taken), t, sign=True),
        t("Time for the engineers"): thousands(-total(now, lambda one: one.lent * tarn.HOST), t, sign=True),
        t("As much had all gone on as today"): thousands(-tarn.undisturbed(), t, sign=True),
        t("Gain against today"): thousands(now.owners_gain, t, sign=True),
    }
    return {t("Meridian (buyer)"): buyer, t("Tarn's owners (seller)"): owners}


def _row(one: Quarter, ours: float, theirs: float, t: Translator) -> Figures:
    return {
        t("Quarter"): number(one.number),
        t("A stator: cost, EUR"): number(one.cost, 1),
        t("Price, EUR"): number(one.price, 1),
        t("Meridian's stake, %"): number(100 * one.stake),
        t("Tarn is worth, kEUR"): number(one.worth / 1000),
        t("Fails, % a year"): number(0.0 if one.merged else 100 * one.failing, 1),
        t("A failure costs, kEUR"): number(one.blow / 1000),
        t("Rent at stake, kEUR a year"): number(0.0 if one.merged else one.rent / 1000),
        t("Meridian so far, kEUR"): number(ours / 1000),
        t("Owners so far, kEUR"): number(theirs / 1000),
    }


def _equation(now: Plan, t: Translator) -> str:
    one = alone(now).quarters[-1]
    contract = formula(
        "K = C + h w A + f L = {numbers} = {value}",
        numbers=f"{number(tarn.CONTRACT / 1000)} + {number(tarn.GAP * tarn.WASTE * one.rent / 1000, 1)} + "
        f"{number(one.failing * one.blow / 1000, 1)}",
        value=thousands(one.choice.contract_cost / tarn.SPREAD, t, 1),
    )
    merger = formula(
        "F = I / n + B = {numbers} = {value}",
        numbers=f"{number(tarn.MERGING / tarn.SPREAD / 1000)} + {number(tarn.HIERARCHY / 1000)}",
        value=thousands(one.choice.merge_cost / tarn.SPREAD, t),
    )
    limit = formula(
        "A_* = [F − C − f L] / [h w] = {value}", value=thousands(one.choice.break_even_rent or 0.0, t)
    )
    learning = formula("c = c_1 · N^b = {value}", value=euros(now.quarters[-1].cost, t, 1))
    rows = {
        t(
            "By contract, if Tarn is still alone in quarter {quarter}, a year:", quarter=tarn.QUARTERS
        ): contract,
        t("As one firm, a year:"): merger,
        t("From this rent at stake on, one firm is the cheaper:"): limit,
        t("What a stator costs Tarn in the last quarter of your plan:"): learning,
    }
    return worked(rows, _symbols(now, one, t))


def _symbols(now: Plan, one: Quarter, t: Translator) -> dict[str, str]:
    return {
        "C": t("contract: writing, watching, enforcing, {amount}", amount=thousands(tarn.CONTRACT, t)),
        "h, w": t(
            "chance of a gap, {gap} a year; part of the rent that a fight wastes, {waste}",
            gap=percent(tarn.GAP, t),
            waste=percent(tarn.WASTE, t),
        ),
        "A": t("rent at stake: what Tarn could take back, {amount} a year", amount=thousands(one.rent, t)),
        "f, L": t(
            "chance that Tarn cannot pay its debts, {chance} a year by Merton's model, and what that would "
            "cost, {amount}",
            chance=percent(one.failing, t, 1),
            amount=thousands(one.blow, t),
        ),
        "I, n, B": t("cost of merging once, years, and what one firm costs more to run, a year"),
        "c, N": t("cost of a stator, from {cost}; lots made with the engineers", cost=euros(tarn.COST, t)),
        "b": t(
            "logarithm of {share}, which a doubling leaves of the cost, over the logarithm of 2",
            share=percent(tarn.rate(now.days), t, 1),
        ),
    }


develop_merge_leave = Decision(
    exercise_id="u07-develop-merge-leave",
    version=1,
    concepts=("C19", "C21", "C30"),
    title=N_("Develop, merge or leave?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
