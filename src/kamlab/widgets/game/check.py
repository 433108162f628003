"""The conditions of the game's goal, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.game import after, frontier, sheets, words
from kamlab.widgets.game.board import ENOUGH, PART
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.table import Table
from kamlab.widgets.game.terms import SIDES, Deal
from kamlab.widgets.game.words import keur
from kamlab.widgets.numbers import percent
from kamlab.widgets.verdict import Reason


def _no_deal(claim: str, now: Table, advice: str, t: Translator) -> Reason:
    """A condition that needs an agreement first."""
    if now.match.over:
        why = t("There is no agreement, so nothing is gained.")
    else:
        why = t("The game is in round {n}; nothing is agreed yet.", n=now.match.round)
    return Reason(met=False, claim=claim, why=why, advice=advice)


def _agreed(now: Table, t: Translator) -> Reason:
    claim = t("There is an agreement")
    if now.match.agreed:
        return Reason(met=True, claim=claim, why=t("You agreed in round {n}.", n=now.match.round))
    if now.match.over:
        advice = t("Start this game again. Here, both sides can always do better together than apart.")
    else:
        advice = t("Play on: make an offer, or accept theirs once it is worth more to you than none.")
    return _no_deal(claim, now, advice, t)


def _better(now: Table, t: Translator) -> Reason:
    claim = t("Both sides are better off than without it")
    if not now.match.agreed:
        return _no_deal(claim, now, t("Know what no agreement is worth to you before you offer."), t)
    result = now.result
    why = t(
        "Against no agreement Meridian gains {seller} a year, Nordlys {buyer}.",
        seller=keur(result.seller, t, sign=True),
        buyer=keur(result.buyer, t, sign=True),
    )
    advice = t("A deal that is worth less than none is not to be signed: make another offer, or walk away.")
    return Reason(result.seller > 0 and result.buyer > 0, claim, why, advice)


def _enough(now: Table, t: Translator) -> Reason:
    claim = t("At least {enough} of the gain possible is reached", enough=percent(ENOUGH, t))
    deal = now.match.agreed
    if not deal:
        advice = t("Look for terms that cost the side that gives them less than they bring the other.")
        return _no_deal(claim, now, advice, t)
    share, most = percent(now.reached, t), keur(sheets.most(now.pair), t)
    reached = t("You reach {share} of {most} a year.", share=share, most=most)
    why = t.joined((reached, after.why(now, deal, t)))
    return Reason(now.reached >= ENOUGH, claim, why, _way(now.pair, deal, t))


def _way(pair: Pair, deal: Deal, t: Translator) -> str:
    worst = max(frontier.losses(pair, deal), key=lambda one: one.amount)
    term = words.term_names(t)[worst.issue]
    if worst.agreed > worst.best:
        return t(
            "{term}: agree on less. It costs the side that gives it more than it brings the other; a better "
            "price does the same for less.",
            term=term,
        )
    return t(
        "{term}: agree on more. It brings one side more than it costs the other, who is paid by the price.",
        term=term,
    )


def _part(now: Table, t: Translator) -> tuple[Reason, ...]:
    return tuple(_part_of(side, now, t) for side in SIDES if side in now.judged)


def _part_of(side: str, now: Table, t: Translator) -> Reason:
    name, part = words.side_name(side, t), percent(PART, t)
    claim = t("{side} gets at least {part} of what is gained", side=name, part=part)
    if not now.match.agreed:
        return _no_deal(claim, now, t("Be generous with the terms, and firm on the price."), t)
    if now.result.total <= 0:
        why = t("Together you gain nothing that could be divided.")
    else:
        part = percent(now.part(side), t)
        why = t("{side} gets {part} of the gain; in Nash's solution it is a half.", side=name, part=part)
    advice = t("Ask for more on the price: it takes nothing from what you gain together.")
    return Reason(now.part(side) >= PART, claim, why, advice)


RULES = (_agreed, _better, _enough, _part)
