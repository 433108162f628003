"""What the still figures of unit 10 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import pytest
from drawings import SVG, drawn

from kamlab.widgets.u10 import diamond_plan, figures
from kamlab.widgets.u10.supersede_plan import FIRST, OTHERS, SHARES, SURVEYS


def test_each_contact_is_a_line_and_each_person_a_circle() -> None:
    picture, both = drawn(figures.network("en")), figures.networks()
    ties = [one for one in picture.iter(SVG + "path") if "kl-line" in one.get("class", "")]
    circles = [one for one in picture.iter(SVG + "circle") if "kl-bubble" in one.get("class", "")]
    assert len(ties) == sum(len(now.links) for now in both)
    assert len(circles) == 2 * len(diamond_plan.PEOPLE)


def test_nobody_in_a_drawing_covers_anybody_else_or_leaves_it() -> None:
    picture = drawn(figures.network("en"))
    circles = [
        tuple(float(one.get(name, "")) for name in ("cx", "cy", "r"))
        for one in picture.iter(SVG + "circle")
        if "kl-bubble" in one.get("class", "")
    ]
    for place, (x, y, radius) in enumerate(circles):
        assert radius <= x <= 520 - radius
        assert radius <= y <= 290 - radius
        for to, down, other in circles[place + 1 :]:
            assert ((x - to) ** 2 + (y - down) ** 2) ** 0.5 > radius + other


def test_direct_contacts_take_pairs_away_from_the_two_at_the_knot() -> None:
    tie, open_ = figures.networks()
    assert open_.links - tie.links == figures.COUNTERPARTS
    assert all(open_.between[person] < tie.between[person] for person in diamond_plan.APEXES)


@pytest.mark.parametrize("group", [FIRST, OTHERS])
def test_the_curves_run_through_the_surveys(group: str) -> None:
    assert [figures.ready(group, year) for year in SURVEYS] == pytest.approx(list(SHARES[group]))


def test_the_innovators_are_always_ahead() -> None:
    assert all(figures.ready(FIRST, year) > figures.ready(OTHERS, year) for year in figures.YEARS)
