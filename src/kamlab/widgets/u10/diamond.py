"""From bow tie to diamond: who should talk to whom, in the hours that there are (C42, C63, C64).

``diamond_plan`` holds the people and the figures, ``diamond_picture`` draws them, ``diamond_check`` holds the
goal's conditions. The start is the bow tie, in which everything passes through two people.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u10 import diamond_plan as plan
from kamlab.widgets.u10.diamond_check import RULES
from kamlab.widgets.u10.diamond_picture import NAMES, SHORT, contacts, hours, leaving, pair
from kamlab.widgets.u10.diamond_plan import BUYER, PEOPLE, SELLER, Link, Network


def task(t: Translator) -> Task:
    """The bow tie, and the goal."""
    now = plan.today()
    situation = t(
        "Five people at Meridian and five at Nordlys should work together. But across the boundary only "
        "Ingrid Solheim and Stefan Lopez talk; all others send word through them. Each of the two stands "
        "between {pairs} pairs of people. If Ingrid left, the others would lose {lost} of their joint work.",
        pairs=number(now.between[plan.INGRID]),
        lost=percent(now.missed[plan.INGRID], t),
    )
    goal = t(
        "Your goal: each firm has at least {gain} a year more than with the bow tie, and nobody needs more "
        "hours than there are. Whoever leaves, the others lose at most {leave} of their joint work. And at "
        "least as many contacts cross the boundary as stay inside.",
        gain=thousands(plan.GAIN, t),
        leave=percent(plan.LEAVE, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: a contact takes {across} hours a month from each of its two people across the boundary, "
        "{inside} inside; to stand between two others takes {passing}. Each go-between halves what joint "
        "work is worth. Ingrid and Stefan have {apex} hours each. Meridian's people without a name here are "
        "not in the ledger.",
        across=number(plan.ACROSS),
        inside=number(plan.INSIDE),
        passing=number(plan.PASSING, 1),
        apex=number(plan.APEX_HOURS),
    )


def controls(t: Translator) -> tuple[Slider, Choice, Choice, Choice]:
    """The experts' hours, and the contacts: across, inside Meridian, inside Nordlys."""
    freed = Slider(
        id="hours",
        label=t("Hours a month for each of the eight experts"),
        low=4,
        high=plan.MOST_HOURS,
        step=1,
        start=plan.START_HOURS,
        unit=t("{n} h"),
        help=t(
            "An hour costs {wage} EUR. More than {most} cannot be freed: they have other work.",
            wage=number(plan.WAGE),
            most=plan.MOST_HOURS,
        ),
    )
    return (
        freed,
        _choice("across", t("Who talks across the boundary?"), plan.CROSSING, t),
        _choice("meridian", t("Who talks inside Meridian?"), plan.AT_MERIDIAN, t),
        _choice("nordlys", t("Who talks inside Nordlys?"), plan.AT_NORDLYS, t),
    )


def _choice(name: str, label: str, links: tuple[Link, ...], t: Translator) -> Choice:
    options = tuple(Option(plan.name_of(link), pair(link, t), _note(link, t)) for link in links)
    start = tuple(plan.name_of(link) for link in links if link in plan.BOW_TIE)
    return Choice(id=name, label=label, options=options, many=True, start=start)


def _note(link: Link, t: Translator) -> str:
    worth = plan.worth_of(link)
    return t("{worth} a year to both firms", worth=thousands(worth, t)) if worth else t("no joint work")


def read(answers: Answers) -> Network:
    """The network that the controls describe."""
    names = {name for control in ("across", "meridian", "nordlys") for name in answers.chosen(control)}
    links = frozenset(link for link in plan.LINKS if plan.name_of(link) in names)
    return plan.network(links, answers.number("hours"))


def show(now: Network, t: Translator) -> Shown:
    """The network, the hours, and what both firms have of it."""
    return Shown(
        summary=_summary(now, t),
        pictures=(contacts(now, t), hours(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=listed(t("The ten people"), [_row(person, now, t) for person in PEOPLE]),
        equation=_equation(now, t),
    )


def _summary(now: Network, t: Translator) -> str:
    return t(
        "Against the bow tie, Meridian has {seller} a year more and Nordlys {buyer}. {between} now stands "
        "between most pairs, {pairs}. The E-I index is {index}. People with too few hours: {over}.",
        seller=thousands(plan.gain(now, SELLER), t, 1),
        buyer=thousands(plan.gain(now, BUYER), t, 1),
        between=t(NAMES[now.most_between]),
        pairs=number(now.between[now.most_between], 1),
        index=number(now.index, 2),
        over=len(now.over),
    )


def _sides(now: Network, t: Translator) -> dict[str, Figures]:
    names = {SELLER: t("Meridian (seller)"), BUYER: t("Nordlys (buyer)")}
    apex = {SELLER: plan.INGRID, BUYER: plan.STEFAN}
    return {names[firm]: _side(now, firm, apex[firm], t) for firm in plan.FIRMS}


def _side(now: Network, firm: str, apex: str, t: Translator) -> Figures:
    return {
        t("Joint work a year, kEUR"): number(now.worth[firm] / 1000),
        t("Experts' hours a year, kEUR"): number(now.freed / 1000),
        t("What is left, kEUR"): number(now.profit(firm) / 1000),
        t("Hours that {name} needs", name=t(SHORT[apex])): number(now.used[apex]),
        t("What the others lose if {name} leaves", name=t(SHORT[apex])): leaving(now, apex, t),
    }


def _row(person: str, now: Network, t: Translator) -> Figures:
    return {
        t("Person"): t(NAMES[person]),
        t("Contacts"): number(sum(person in link for link in now.links)),
        t("Stands between, pairs"): number(now.between[person], 1),
        t("Hours needed a month"): number(now.used[person], 1),
        t("Hours there are"): number(now.has(person)),
        t("Others' joint work lost if this person leaves, %"): number(100 * now.missed[person]),
    }


def _equation(now: Network, t: Translator) -> str:
    who, across = now.most_between, sum(link in now.links for link in plan.CROSSING)
    between = formula("B_v = ∑_[s < t] [σ_st (v)] / σ_st = {value}", value=number(now.between[who], 1))
    index = formula("[E − I] / [E + I] = {value}", value=number(now.index, 2))
    need = formula(
        "h_v = {across} a + {inside} i + {passing} B_v = {value}",
        across=number(plan.ACROSS),
        inside=number(plan.INSIDE),
        passing=number(plan.PASSING, 1),
        value=t("{n} h", n=number(now.used[who], 1)),
    )
    lines_ = {
        t("Who stands between most pairs? {name}.", name=t(NAMES[who])): between,
        t("The hours that this takes a month:"): need,
        t("Does the contact cross the boundary?"): index,
    }
    symbols = {
        "B": t("betweenness: the pairs of others whose shortest way leads through v"),
        "σ": t("the number of shortest ways between s and t; behind it (v), those through v"),
        "a, i": t("the contacts of v across the boundary and inside"),
        "E": t("contacts across, {count}", count=across),
        "I": t("contacts inside, {count}", count=len(now.links) - across),
    }
    rule = t("A diamond is not more talk. It is fewer messages for somebody else.")
    return worked(lines_, symbols, rule)


diamond = Decision(
    exercise_id="u10-diamond",
    version=1,
    concepts=("C42", "C63", "C64"),
    title=N_("From bow tie to diamond"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
