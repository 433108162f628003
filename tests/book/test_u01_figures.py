"""What the still figures of unit 1 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re

from drawings import SVG, drawn

from kamlab.data import account_results, ledger
from kamlab.models.clv import retention_multiple
from kamlab.widgets.u01 import figures


def test_the_survival_table_ends_with_the_numbers_of_the_text() -> None:
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", figures.survival("en").numbers)
    last = {name: re.findall(r">([\d.]+)</td>", cells)[-1] for name, cells in rows}
    assert (last["Appliances"], last["Workshops"]) == ("7.7", "1.8")


def test_every_account_is_a_bubble_and_the_loss_makers_look_different() -> None:
    picture = drawn(figures.size_and_profit("en"))
    classes = [one.get("class", "") for one in picture.iter(SVG + "circle")]
    losers = sum(one.profit < 0 for one in account_results(ledger()))
    assert len(classes) == 60
    assert sum("kl-c1" in name for name in classes) == losers


def test_the_bubbles_stay_inside_the_frame() -> None:
    picture = drawn(figures.size_and_profit("en"))
    height = float(picture.get("viewBox", "").split()[3])
    assert all(0 < float(one.get("cy", "nan")) < height - 58 for one in picture.iter(SVG + "circle"))


def test_the_multiples_table_states_the_model() -> None:
    table = figures.multiples("en").numbers
    assert f">{retention_multiple(0.9, 0.1):.2f}<" in table
    assert f">{retention_multiple(0.9, 0.2):.2f}<" in table
