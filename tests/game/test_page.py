"""The page of the game says what the game does: every figure in it is computed here."""

import re
from itertools import product
from pathlib import Path

import pytest

from kamlab.widgets.game import bots, frontier, match, sheets
from kamlab.widgets.game.board import SEEDS
from kamlab.widgets.game.bots import FAIR, HARD, OPPORTUNIST
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.terms import BUYER, SELLER, SIDES, TODAY, Deal

PAGE = (Path(__file__).parents[2] / "book" / "game.md").read_text(encoding="utf-8")
PAIRS = [sheets.drawn(seed) for seed in range(1, SEEDS + 1)]
NUMBERS = {11: "eleven", 12: "twelve", 13: "thirteen", 20: "twenty"}


def total(pair: Pair, extras: tuple[int, ...]) -> float:
    return frontier.point(pair, Deal(TODAY.price, *extras)).total


def agreed(*styles: str) -> int:
    """How many games end in an agreement, over all sheets, seats and openers."""
    seats = {(styles[0], styles[1]), (styles[1], styles[0])}
    games = product(seats, PAIRS, SIDES)
    return sum(match.duel(*each, pair, opener).agreed is not None for each, pair, opener in games)


def test_it_shows_the_game_once() -> None:
    assert PAGE.count(":tags: [live]\nfrom kamlab.widgets import game\ngame.negotiation()") == 1
    assert 500 <= len(PAGE.split("\n# ", 1)[1].split()) <= 1000


def test_the_engineer_of_the_first_sheets() -> None:
    fair = frontier.nash(PAIRS[0]).deal
    (costs, brings) = (PAIRS[0].of(side).parts(fair)[1] for side in SIDES)
    assert fair.values()["engineer"] == 1.5
    assert f"a day and a half a week costs Meridian {-costs:.0f} kEUR a year" in PAGE
    assert f"spares Nordlys {brings:.0f} kEUR" in PAGE
    assert f"the {brings + costs:.0f} kEUR between the two figures" in PAGE


def test_what_there_is_to_gain_and_how_little_of_it_lies_in_the_price() -> None:
    mean = sum(sheets.most(pair) for pair in PAIRS) / SEEDS
    alone = [max(total(pair, TODAY[1:]), 0) / sheets.most(pair) for pair in PAIRS]
    assert (
        f"Over the {NUMBERS[SEEDS]} pairs of sheets both can gain {mean:.0f} kEUR a year on average" in PAGE
    )
    assert f"they reach {sum(alone) / SEEDS:.0%}".replace("%", " %") in PAGE
    nothing = sum(share < 1e-9 for share in alone)
    assert f"in {NUMBERS[nothing]} of the {NUMBERS[SEEDS]} there is nothing to agree on" in PAGE


def test_what_a_guess_from_the_ranges_reaches() -> None:
    reached = {
        side: sum(
            total(pair, sheets.best_together(sheets.expected(pair, side))) / sheets.most(pair)
            for pair in PAIRS
        )
        / SEEDS
        for side in SIDES
    }
    assert (
        f"reaches {reached[SELLER]:.0%} as Meridian and {reached[BUYER]:.0%} as Nordlys".replace("%", " %")
        in PAGE
    )


def test_which_sheets_were_drawn_again() -> None:
    assert f"less than {sheets.LEAST_GAIN:.0f} kEUR to gain" in PAGE
    assert f"a price more than {sheets.FARTHEST_PRICE:.0f} % from today's" in PAGE
    assert 1 / sheets.MISLEADS == 5  # a fifth
    assert "misled by more than a fifth" in PAGE


def test_the_opponents_rules() -> None:
    assert f"asks for {bots.ASKS:.0%} of the gain that it expects".replace("%", " %") in PAGE
    assert f"ends at {bots.LEAST:.0%}".replace("%", " %") in PAGE
    assert f"comes down by {bots.YIELDS:.0%} of the way".replace("%", " %") in PAGE
    assert (bots.PREMIUM, bots.MORE) == (0.5, 0.5)  # 'half of your half', 'half a euro more'
    assert bots.ROUNDS == 6
    assert "six times at most" in PAGE


def test_how_their_games_end() -> None:
    assert f"agree in {agreed(FAIR, FAIR)} of {2 * SEEDS} games" in PAGE
    assert f"The fair trader and the opportunist agree in {agreed(FAIR, OPPORTUNIST)} of {4 * SEEDS}" in PAGE
    assert agreed(HARD, HARD) == 0


@pytest.mark.parametrize("kind", ["term", "cite:t", "cite:p"])
def test_what_it_refers_to_is_there(kind: str) -> None:
    book = Path(__file__).parents[2] / "book"
    found = re.findall(rf"\{{{kind}\}}`(?:[^`<]*<)?([^>`]+)>?`", PAGE)
    assert found
    where = (book / ("glossary.md" if kind == "term" else "references.bib")).read_text(encoding="utf-8")
    for one in found:
        assert (f"\n{one}\n" if kind == "term" else f"{{{one},") in where
