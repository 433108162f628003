"""How value management takes the place of key account management, and when to invest (C37, C40, C41, C62).

``supersede_plan`` holds the figures, ``supersede_check`` the goal's conditions. A plan is judged at the
pace of the surveys and at half of it: two points make a line, and nobody knows whether it will hold.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands, whole
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u10 import supersede_plan as plan
from kamlab.widgets.u10.supersede_check import RULES, begins
from kamlab.widgets.u10.supersede_plan import FIRST, OTHERS, SHARES, SLOW, SURVEYS, Outlook, Year

START = {"first": 2031, "signal": 80, "teams": 1, "more": 4}  # wait until it is safe
_LATEST = 2035  # year of the first team
_NEAR = 1.0  # m EUR: lines whose names would touch


def task(t: Translator) -> Task:
    """The two surveys, and the goal."""
    situation = t(
        "Meridian asked its sixty accounts twice how they work with suppliers. Of the trade with twelve "
        "innovative chains, Nordlys among them, {old} was done by value management in {before} and {new} in "
        "{after}; of the trade with the other 48, {few} and {some}. Key account managers look after all of "
        "them. Meridian can train joint "
        "teams: a value manager, and an engineer who used to develop suppliers. Too early, and the teams "
        "wait for customers; too late, and the customers do not wait for them.",
        old=percent(SHARES[FIRST][0], t),
        new=percent(SHARES[FIRST][1], t),
        few=percent(SHARES[OTHERS][0], t),
        some=percent(SHARES[OTHERS][1], t),
        before=str(SURVEYS[0]),
        after=str(SURVEYS[1]),
    )
    goal = t(
        "Your goal, from {first} to {last}: if the survey's pace holds, Meridian gains at least {gain}, its "
        "customers at least {buyers}, and at most {lost} accounts go to rivals. If the pace is only half as "
        "high, Meridian still loses nothing.",
        first=str(plan.NEXT),
        last=str(plan.LAST),
        gain=thousands(plan.GAIN, t),
        buyers=thousands(plan.BUYERS, t),
        lost=number(plan.LOST),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: both surveys. A team costs {team} a year more than a key account manager and serves {room} "
        "accounts; each group gets one team more a year. A ready account with a good team brings Meridian "
        "{seller} and the customer {buyer} a year. In its first year a team does half of that, in the second "
        "three quarters, and so on; later teams learn from it. Of the ready accounts without a team "
        "{share} a year go to a rival. What an account earns today is the ledger's. Gains are counted "
        "against today.",
        team=thousands(plan.TEAM, t),
        room=plan.PER_TEAM,
        seller=thousands(plan.SELLER, t),
        buyer=thousands(plan.BUYER, t),
        share=percent(plan.PATIENCE, t),
    )


def controls(t: Translator) -> tuple[Group, Group]:
    """When and with how many teams, first with the innovative chains and then with the others."""
    first = Slider(
        id="first",
        label=t("First team in the year"),
        low=plan.NEXT,
        high=_LATEST,
        step=1,
        start=START["first"],
        words=[str(year) for year in range(plan.NEXT, _LATEST + 1)],
    )
    signal = Slider(
        id="signal",
        label=t("Begin when, of the innovative chains, there are ready"),
        low=20,
        high=95,
        step=5,
        start=START["signal"],
        unit=t("{n} %"),
        help=t("They show the pace. Their survey of every year is your signal."),
    )
    return (
        Group(
            legend=t("Twelve innovative chains"),
            controls=(first, _teams("teams", t("Teams in the end"), 4, t)),
        ),
        Group(
            legend=t("The other 48 accounts"),
            controls=(signal, _teams("more", t("Teams for the others in the end"), 12, t)),
        ),
    )


def _teams(name: str, label: str, most: int, t: Translator) -> Slider:
    unit = t("{n} teams")
    return Slider(id=name, label=label, low=0, high=most, step=1, start=START[name], unit=unit)


def read(answers: Answers) -> Outlook:
    """The plan that the controls describe, in both futures."""
    first, signal, teams, more = (round(answers.number(name)) for name in START)
    return plan.outlook(first, signal, teams, more)


def show(now: Outlook, t: Translator) -> Shown:
    """The plan year by year, in both futures."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_accounts(now, t), _money(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.outlook(*START.values()), t),
        table=listed(t("Year by year, at the survey's pace"), [_row(one, t) for one in now.forecast]),
        equation=_equation(now, t),
    )


def _summary(now: Outlook, t: Translator) -> str:
    told = {
        "gain": thousands(plan.total(now.forecast), t),
        "slow": thousands(plan.total(now.slow), t, sign=True),
        "lost": number(now.forecast[-1].lost, 1),
        "kept": number(_in(now, 2030).kept, 1),
    }
    return t(
        "By 2037 Meridian gains {gain} at the survey's pace and {slow} at half of it; {lost} accounts are "
        "lost at the survey's pace. In 2030 key account management still looks after {kept} of sixty.",
        **told,
    )


def _in(now: Outlook, year: int) -> Year:
    return now.forecast[year - plan.NEXT]


def _sides(now: Outlook, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Gain at the survey's pace, kEUR"): number(plan.total(now.forecast) / 1000),
        t("Gain at half the pace, kEUR"): number(plan.total(now.slow) / 1000),
        t("Teams for the others from"): _year_of(begins(now, 1.0), t),
        t("The same at half the pace"): _year_of(begins(now, SLOW), t),
    }
    buyers = {
        t("Gain at the survey's pace, kEUR"): number(plan.total(now.forecast, "buyer") / 1000),
        t("Gain at half the pace, kEUR"): number(plan.total(now.slow, "buyer") / 1000),
        t("Gone to a rival, survey's pace"): number(now.forecast[-1].lost, 1),
        t("Served by teams in 2030"): number(sum(_in(now, 2030).served.values()), 1),
    }
    return {t("Meridian (seller)"): seller, t("Sixty accounts (buyers)"): buyers}


def _year_of(year: int, t: Translator) -> str:
    return str(year) if year <= plan.LAST else t("not at all")


def _accounts(now: Outlook, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Year"), plan.NEXT, plan.LAST, whole),
        Axis(t("Accounts"), 0, 1.15 * sum(plan.ACCOUNTS.values())),
    )
    ready = [(one.year, _ready(one.year, 1.0)) for one in now.forecast]
    slow = [(one.year, _ready(one.year, SLOW)) for one in now.forecast]
    room = [(one.year, min(60.0, plan.PER_TEAM * one.teams)) for one in now.forecast]
    high = room[-1][1] >= slow[-1][1]
    series = (  # above the end of a rising line, or below its beginning, a name crosses nothing
        Series(t("Ready"), tuple(ready), 8),
        Series(t("Ready, half the pace"), tuple(slow), 4 if high else -1, below=high),
        Series(t("Room"), tuple(room), -1, below=not high and room[-1][1] > plan.PER_TEAM),
    )
    told = t(
        "Accounts that want value management: {first} in 2026 and {last} in 2037 at the survey's pace, "
        "{slow} in 2037 at half of it. The teams have room for {room} accounts in 2030 and for {most} in "
        "2037.",
        first=number(ready[0][1], 1),
        last=number(ready[-1][1], 1),
        slow=number(slow[-1][1], 1),
        room=number(room[4][1]),
        most=number(room[-1][1]),
    )
    note = t("Ready: accounts that want value management. Room: for how many the teams have time.")
    words = Words("ready", t("Who is ready, and for whom there is room"), told)
    return lines(words, frame, series, 1).noted(note)


def _ready(year: int, factor: float) -> float:
    return sum(plan.ACCOUNTS[g] * plan.fitted(g, factor).share(year) for g in plan.GROUPS)


def _money(now: Outlook, t: Translator) -> Picture:
    curves = [_summed(years) for years in (now.forecast, now.slow)]
    heights = [y for curve in curves for _, y in curve]
    frame = Frame(
        Axis(t("Year"), plan.NEXT, plan.LAST, whole),
        Axis(t("Meridian's gain so far, m EUR"), min(-2.0, *heights) - 1, max(6.0, *heights), _tenths),
    )
    rising = [curve[-1][1] > curve[-4][1] for curve in curves]
    near = all(rising) and abs(curves[0][-1][1] - curves[1][-1][1]) < _NEAR
    series = (
        Series(t("Survey's pace"), curves[0], -1, below=not rising[0]),
        Series(t("Half the pace"), curves[1], 3 if near else -1, below=near or not rising[1]),
    )
    told = t(
        "Meridian's gain, summed from 2026: at the survey's pace lowest at {low} m EUR and {end} in 2037; at "
        "half the pace lowest at {low_slow} and {end_slow} in 2037.",
        low=number(min(y for _, y in curves[0]), 1),
        end=number(curves[0][-1][1], 1),
        low_slow=number(min(y for _, y in curves[1]), 1),
        end_slow=number(curves[1][-1][1], 1),
    )
    return lines(Words("money", t("First it costs, then it brings"), told), frame, series, 1)


def _summed(years: tuple[Year, ...]) -> tuple[tuple[float, float], ...]:
    places = range(1, len(years) + 1)
    return tuple((float(years[n - 1].year), plan.total(years[:n]) / 1e6) for n in places)


def _row(one: Year, t: Translator) -> Figures:
    return {
        t("Year"): str(one.year),
        t("Innovative chains ready"): number(one.ready[FIRST], 1),
        t("Others ready"): number(one.ready[OTHERS], 1),
        t("Teams"): number(one.teams),
        t("Served by teams"): number(sum(one.served.values()), 1),
        t("Skill of a team, %"): number(100 * one.skill),
        t("Meridian's gain, kEUR"): number(one.seller / 1000),
        t("Customers' gain, kEUR"): number(one.buyer / 1000),
    }


def _equation(now: Outlook, t: Translator) -> str:
    pace, (peak, most) = plan.fitted(OTHERS), plan.crowded(OTHERS)
    slope = formula(
        '2α = ["ln" (f_1 / [1 − f_1]) − "ln" (f_0 / [1 − f_0])] / {years} = {value}',
        years=number(SURVEYS[1] - SURVEYS[0]),
        value=t("{n} a year", n=number(2 * pace.alpha, 2)),
    )
    share = formula("f = 1 / [1 + e^[− 2α (t − t_0)]] = {value}", value=percent(pace.share(2030), t, 1))
    crest = formula("[2 α m] / 4 = {value}", value=number(most, 1))
    half = _year_with_tenths(pace.midpoint)
    lines_ = {
        t("Two surveys give the pace; here that of the other 48 accounts:"): slope,
        t(
            "With it, the share that is ready in 2030 (half of them in {half}):",
            half=half,
        ): share,
        t("Around {year} most become ready, in one year:", year=_year_with_tenths(peak)): crest,
    }
    symbols = {
        "f₀, f₁": t("the shares in both surveys, {old} and {new}", old=_share(0, t), new=_share(1, t)),
        "t₀": t("the year in which half are ready"),
        "m": t("accounts in the group, {count}", count=plan.ACCOUNTS[OTHERS]),
    }
    return worked(lines_, symbols, _rule(now, t))


def _tenths(value: float) -> str:
    return number(value, 1)


def _year_with_tenths(year: float) -> str:
    return f"{year:.1f}"


def _share(survey: int, t: Translator) -> str:
    return percent(SHARES[OTHERS][survey], t)


def _rule(now: Outlook, t: Translator) -> str:
    return t(
        "Half of all sixty are ready in {year}: until then key account management is the usual way for most, "
        "and a good one. Your teams serve {served} of {ready} ready accounts in 2030.",
        year=_year_with_tenths(plan.half_of_all()),
        served=number(sum(_in(now, 2030).served.values()), 1),
        ready=number(sum(_in(now, 2030).ready.values()), 1),
    )


supersede = Decision(
    exercise_id="u10-supersede",
    version=1,
    concepts=("C37", "C40", "C41", "C62"),
    title=N_("When one practice replaces another"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
