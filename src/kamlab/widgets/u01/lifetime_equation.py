"""The equations of the lifetime-value exercise, with the numbers of the plan."""

from kamlab.i18n import Translator
from kamlab.widgets.markup import frac, ident, literal, math, over, paragraph, row, sub, sup, total, where
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u01.lifetime_plan import DISCOUNT, SWITCHING, YEARS, Plan


def equation(now: Plan, t: Translator) -> str:
    """Both sides' equations and what their symbols stand for."""
    seller = t(
        "Meridian's side: the yearly profit, times the years that a customer with this retention is worth."
    )
    buyer = t(
        "Nordlys's side: the switching cost avoided, plus what it saves less what it pays above the next "
        "best."
    )
    return (
        paragraph(seller) + _value(now, t) + paragraph(buyer) + _advantage(now, t) + where(_symbols(now, t))
    )


def _value(now: Plan, t: Translator) -> str:
    multiple = frac(ident("r"), row(literal("1"), over("+"), ident("i"), over("−"), ident("r")))
    numbers = literal(f"{thousands(now.profit, t, 1)} × {number(now.value / now.profit, 2)}")
    value = literal(thousands(now.value, t))
    return math(ident("V"), over("="), ident("m"), over("·"), multiple, over("="), numbers, over("="), value)


def _advantage(now: Plan, t: Translator) -> str:
    growth = row(over("("), literal("1"), over("+"), ident("i"), over(")"))
    yearly = frac(row(ident("b"), over("−"), ident("g")), sup(growth, ident("t")))
    value = literal(thousands(now.advantage, t, sign=True))
    name = sub(ident("A"), literal("N"))
    return math(name, over("="), ident("S"), over("+"), total("t", "1", str(YEARS)), yearly, over("="), value)


def _symbols(now: Plan, t: Translator) -> tuple[tuple[str, str], ...]:
    gap = t("what Nordlys pays above the next best, {amount} a year", amount=thousands(now.price_gap, t, 1))
    return (
        ("m", t("profit after the spending, {amount} a year", amount=thousands(now.profit, t, 1))),
        ("r", t("retention, {share} a year", share=percent(now.retention, t, 1))),
        ("i", t("discount rate, {share} a year", share=percent(DISCOUNT, t))),
        ("b", t("what joint work saves Nordlys, {amount} a year", amount=thousands(now.saving, t, 1))),
        ("g", gap),
        ("S", t("switching cost avoided, {amount} once", amount=thousands(SWITCHING, t))),
    )
