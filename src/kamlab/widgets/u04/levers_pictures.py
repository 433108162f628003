"""The two pictures of the exercise with three levers: who keeps its word, and what control costs."""

from kamlab.i18n import Translator
from kamlab.widgets.chart import Axis, Frame, Series, waterfall
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.u04 import levers_plan as plan
from kamlab.widgets.u04.levers_plan import Balance, Levers


def weights(now: Balance, t: Translator) -> Picture:
    """What next year weighs and what each side needs, for every part at the second provider."""
    days, penalty = now.levers.days, now.levers.penalty
    tried = [plan.balance(Levers(days, penalty, part / 100)) for part in range(0, 51, 5)]
    places = [100 * one.levers.second for one in tried]
    seller = tuple(zip(places, (one.seller.needed for one in tried), strict=True))
    buyer = tuple(zip(places, (one.buyer.needed for one in tried), strict=True))
    at = 100 * now.levers.second
    frame = Frame(
        Axis(t("Part of the calls at the second provider, %"), 0, 50),
        Axis(t("Weight of next year (0 to 1)"), 0, 1, lambda value: number(value, 1)),
        height=330,
    )
    series = [
        Series(t("Meridian needs"), seller, 2),
        Series(t("Nordlys needs"), buyer, 4, below=True),
        Series(t("It weighs"), ((0.0, now.weight), (1.0, now.weight), (50.0, now.weight)), 1),
        Series(t("Your part"), ((at, 0.0), (at, 1.0)), 0),
    ]
    title = t("Who keeps its word: what next year weighs, and what it must weigh")
    return lines(Words("line", title, _description(now, t)), frame, series).noted(_tie(now, t))


def _tie(now: Balance, t: Translator) -> str:
    values = {"seller": percent(plan.TIED, t), "buyer": percent(1 - plan.placeable(now.levers.second), t)}
    if now.tie.weaker == "second":
        return t(
            "Nordlys depends on Meridian by {buyer}, Meridian on Nordlys by {seller}: Nordlys has less to "
            "answer a broken word with.",
            **values,
        )
    if now.tie.weaker == "first":
        return t(
            "Meridian depends on Nordlys by {seller}, Nordlys on Meridian by {buyer}: now Meridian has less "
            "to answer a broken word with.",
            **values,
        )
    return t("Both depend on each other by {seller}: neither is the weaker.", **values)


def _description(now: Balance, t: Translator) -> str:
    return t(
        "With your joint days and your penalty, for each part of the calls at the second provider. The more "
        "goes there, the less Meridian needs and the more Nordlys needs. At {part} Meridian needs {seller} "
        "and Nordlys {buyer}; next year weighs {weight}.",
        part=percent(now.levers.second, t),
        seller=number(now.seller.needed, 2),
        buyer=number(now.buyer.needed, 2),
        weight=number(now.weight, 2),
    )


def taken(now: Balance, t: Translator) -> Picture:
    """What each lever takes of what a kept promise brings both."""
    steps = {name: -sum(cost) for name, cost in plan.costs(now.levers).items()}
    names = {
        "days": t("Trust: joint days"),
        "penalty": t("Price: disputes"),
        "second": t("Power: the second provider"),
    }
    whole, left = plan.WORTH - plan.WORK, now.seller.kept + now.buyer.kept
    entries = waterfall(
        (t("A kept promise brings both"), whole / 1000, thousands(whole, t)),
        [(names[name], cost / 1000, thousands(cost, t, 1, sign=True)) for name, cost in steps.items()],
        (t("Left for both"), thousands(left, t, 1)),
    )
    description = t(
        "Of {whole} a year the three levers take {taken}; {left} is left for both. With standard service "
        "both have {standard}.",
        whole=thousands(whole, t),
        taken=thousands(whole - left, t, 1),
        left=thousands(left, t, 1),
        standard=thousands(sum(plan.STANDARD), t),
    )
    words = Words("bar", t("What control costs both together"), description)
    return rowed(words, t("Part"), Axis(t("kEUR a year"), 0, 250), entries).noted(
        t("With standard service both together have {sum}.", sum=thousands(sum(plan.STANDARD), t))
    )
