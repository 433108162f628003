"""What the trainee reads and moves: the task, the seats, the five terms and the buttons."""

from kamlab.i18n import Translator
from kamlab.widgets.controls import Choice, Group, Option, Slider
from kamlab.widgets.decision import Task
from kamlab.widgets.game import bots, terms, words
from kamlab.widgets.game.match import ACCEPT, OFFER, WALK
from kamlab.widgets.game.table import AGAIN, TWO
from kamlab.widgets.game.terms import BUYER, FIRST_DRAFT, ISSUES, PRICE, SELLER
from kamlab.widgets.moves import Button, Moves
from kamlab.widgets.numbers import percent, thousands

SEEDS = 20
ENOUGH = 0.9  # share of the gain possible that is to be reached
PART = 1 / 3  # the least share of what is reached that the trainee is to get


def task(t: Translator) -> Task:
    """Where both sides stand, and the goal."""
    situation = t(
        "The contract between Meridian Components and Nordlys Appliances ends; in {year} it was worth "
        "{revenue}. Five terms are open: the price, an engineer in the plant, stock that Meridian owns at "
        "Nordlys, the production plan that Nordlys shows to Meridian, and the share of its drives that it "
        "promises to buy there. Each side has a sheet that the other does not see. It says what every term "
        "is worth to that side, and what it has without an agreement.",
        year=terms.YEAR,
        revenue=thousands(terms.revenue() * 1000, t),
    )
    goal = t(
        "Your goal: an agreement that leaves both sides better off than none, reaches at least {enough} of "
        "what both could gain together, and gives you at least {part} of what it brings. Each side can "
        "make {rounds} offers. When two people play, each is to get that part.",
        enough=percent(ENOUGH, t),
        part=percent(PART, t),
        rounds=bots.ROUNDS,
    )
    assumed = t(
        "Assumed: what the terms are worth adds up; all amounts are in kEUR a year, against today's "
        "contract. The sheets are drawn by chance, within the ranges that the table shows."
    )
    return Task(situation, goal, assumed)


def _setting(t: Translator) -> tuple[Choice, Choice, Slider]:
    seat = Choice(
        id="seat",
        label=t("Your side"),
        options=(Option(SELLER, t("Meridian (seller)")), Option(BUYER, t("Nordlys (buyer)"))),
        start=(SELLER,),
        help=t("When two people play, whoever is to move chooses her own side here: that opens her sheet."),
    )
    opponent = Choice(
        id="opponent",
        label=t("Across the table"),
        options=(
            Option(bots.FAIR, t("A fair trader"), t("answers in kind")),
            Option(bots.OPPORTUNIST, t("An opportunist"), t("takes what you give, and asks for more")),
            Option(bots.HARD, t("A hard bargainer"), t("talks about the price only, and moves late")),
            Option(TWO, t("A second person at this screen"), t("Meridian begins")),
        ),
        start=(bots.FAIR,),
    )
    seed = Slider(id="seed", label=t("Sheets"), low=1, high=SEEDS, step=1, start=1, unit=t("no. {n}"))
    return seat, opponent, seed


def _terms(t: Translator) -> tuple[Slider, ...]:
    names = words.with_units(t)
    return tuple(
        Slider(
            id=one.id,
            label=names[one.id],
            low=one.low,
            high=one.high,
            step=one.step,
            start=one.at(level),
            sign=one is PRICE,
        )
        for one, level in zip(ISSUES, FIRST_DRAFT, strict=True)
    )


def groups(t: Translator) -> tuple[Group, ...]:
    """The set-up with the sheet, the offer, and the buttons."""
    setting, offer = _setting(t), _terms(t)
    moves = Moves(
        id="moves",
        label=t("Your move"),
        buttons=(
            Button(OFFER, t("Make this offer"), main=True),
            Button(ACCEPT, t("Accept their offer")),
            Button(WALK, t("Walk away")),
            Button(AGAIN, t("Start this game again"), clears=True),
        ),
        carries=(*setting, *offer),
    )
    return (
        Group(legend=t("The game"), controls=setting, part="sheet"),
        Group(legend=t("On the table"), controls=(), part="talk"),
        Group(legend=t("Your offer"), controls=(*offer, moves)),
    )
