"""The still figures of unit 3: pictures with their numbers in a table below, in the reader's language."""

from functools import partial

from kamlab.i18n import N_, Translator, translator
from kamlab.models.procurement import break_even_volume, expected_low_bid
from kamlab.models.repeated_game import Strategy, play
from kamlab.widgets.chart import Axis, Player, Series
from kamlab.widgets.figure import Figure, still, wide
from kamlab.widgets.numbers import percent
from kamlab.widgets.picture import Words, lines, rounds
from kamlab.widgets.u03.nordlys import account

__all__ = ["BIDDERS", "COSTS", "CUTS", "Figure", "bids", "break_even", "echo", "lowest_cost", "margins"]

CUTS = tuple(step / 100 for step in range(9))  # of the price
COSTS = (300.0, 420.0)  # kEUR: the range of what the motors of the tender may cost a supplier to make
BIDDERS = tuple(range(1, 11))
_PAYOFFS = (5.0, 3.0, 1.0, 0.0)  # any of this order: the figure shows moves only
_QUARTERS, _MISREAD, _SEED = 16, 0.05, 89  # a slip that starts an echo, and a second one that ends it


def margins() -> dict[str, float]:
    """What 1 EUR of sales to Nordlys leaves in 2025, by what is counted (shares of the price)."""
    nordlys = account()
    return {
        N_("goods and service"): nordlys.profit / nordlys.revenue,
        N_("goods only"): (nordlys.profit + nordlys.cost_to_serve) / nordlys.revenue,
    }


def break_even(lang: str | None = None) -> Figure:
    """How much more must be sold after a price cut, for two ways to count what is left of the price.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    show = partial(percent, t=t)
    frame = wide(
        Axis(t("Price cut"), CUTS[0], CUTS[-1], show),
        Axis(t("More volume needed, % of today's"), 0, 140),
    )
    places = (6, 4)  # above the steep line there is room to the left, below the flat one to the right
    series = [
        Series(_margin(name, margin, t), _needed(margin), place, below=place == min(places))
        for (name, margin), place in zip(margins().items(), places, strict=True)
    ]
    title = t("Volume needed to make up for a price cut")
    seen = t(
        "Two lines that rise ever more steeply with the cut. The thinner the margin, the steeper the line."
    )
    caption = t(
        "What a price cut for Nordlys must bring in volume so that profit stays as it was. If more orders "
        "take more service, five per cent needs half as much volume again."
    )
    return still(lines(Words("u03-break-even", title, seen), frame, series, digits=1), caption, t)


def _margin(name: str, margin: float, t: Translator) -> str:
    return t("{what}: margin {share}", what=t(name), share=percent(margin, t))


def _needed(margin: float) -> tuple[tuple[float, float], ...]:
    return tuple((cut, 100 * break_even_volume(-cut, margin)) for cut in CUTS)


def lowest_cost(bidders: int) -> float:
    """The mean of the lowest cost of ``bidders`` suppliers, each anywhere within ``COSTS`` (kEUR)."""
    low, high = COSTS
    return low + (high - low) / (bidders + 1)


def bids(lang: str | None = None) -> Figure:
    """What the tender for motors costs Nordlys, and what they cost the winner, by the number of bidders.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    frame = wide(
        Axis(t("Number of bidders"), BIDDERS[0], BIDDERS[-1]),
        Axis(t("Mean, kEUR"), COSTS[0] - 20, COSTS[1]),
    )
    paid = tuple((float(n), expected_low_bid(n, *COSTS)) for n in BIDDERS)
    made = tuple((float(n), lowest_cost(n)) for n in BIDDERS)
    series = [
        Series(t("what the buyer pays"), paid, 3),
        Series(t("what it costs the winner"), made, len(BIDDERS) - 1, below=True),
    ]
    title = t("Price and cost of the tender, by the number of bidders")
    seen = t(
        "Two falling lines that draw closer to each other. The gap between them, the winner's margin, "
        "shrinks as fast as the cost falls."
    )
    caption = t(
        "What Nordlys pays for 1,000 motors and what they cost the winner to make. Each further bidder saves "
        "less than the one before, and only half of the saving is a saving of cost."
    )
    return still(lines(Words("u03-bids", title, seen), frame, series), caption, t)


def echo(lang: str | None = None) -> Figure:
    """Two firms that answer in kind, and a move that was misread.

    Args:
        lang: ``"en"`` or ``"zh"``; the language in force without it.
    """
    t = translator(lang)
    game = play(
        Strategy.TIT_FOR_TAT, Strategy.TIT_FOR_TAT, _PAYOFFS, rounds=_QUARTERS, noise=_MISREAD, seed=_SEED
    )
    moves = ((t("H"), t("holds its price")), (t("U"), t("undercuts")))
    players = [
        Player(name, tuple("CD".index(pair[side]) for pair in game))
        for side, name in enumerate(("Meridian Components", "Talion Drives"))
    ]
    title = t("One misreading between two firms that answer in kind")
    seen = t(
        "Two strips of sixteen quarters. After a first misreading the firms undercut each other in turn, "
        "until a second misreading ends it."
    )
    caption = t(
        "H holds its price, U undercuts. Neither wants a war: one price that looks like a cut is answered, "
        "the answer is answered, and so on, until a second misreading happens to end it."
    )
    return still(rounds(Words("u03-echo", title, seen), t("Quarter"), moves, players), caption, t)
