"""Pairwise comparison by sliders."""

import pytest

from kamlab.i18n import Translator
from kamlab.widgets.u01.pairwise import contradiction, in_words, pairs, position, ratio, sliders, weights


@pytest.mark.parametrize("place", range(-8, 9))
def test_a_position_and_its_ratio_belong_together(place: int) -> None:
    assert position(ratio(place)) == place
    assert ratio(place) == pytest.approx(1 / ratio(-place))


def test_the_scale_runs_from_nine_to_one_ninth() -> None:
    assert [ratio(-8), ratio(0), ratio(8)] == pytest.approx([9, 1, 1 / 9])


def test_consistent_comparisons_give_their_weights_back() -> None:
    found = weights((-1.0, -3.0, -1.0))  # a = 2 b, a = 4 c, b = 2 c
    assert found.weights == pytest.approx((4 / 7, 2 / 7, 1 / 7))
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)


def test_the_contradiction_found_is_the_one_put_in() -> None:
    worst = contradiction((-1.0, -3.0, -7.0, -1.0, -3.0, 8.0))  # the last turns 'c = 2 d' upside down
    assert (worst.pair, worst.said) == ((2, 3), 8)
    assert worst.implied < worst.said


def test_positions_are_said_in_words(t: Translator) -> None:
    assert in_words(0, "Growth", "Fit", t) == "equally important"
    assert in_words(-2, "Growth", "Fit", t) == "Growth 3 × (moderately)"
    assert in_words(8, "Growth", "Fit", t) == "Fit 9 × (extremely)"


def test_every_pair_has_a_slider_with_a_word_for_each_step(t: Translator) -> None:
    made = sliders(["A", "B", "C"], [0, -1, 1], t)
    assert [slider.id for slider in made] == ["pair01", "pair02", "pair12"]
    assert pairs(3) == [(0, 1), (0, 2), (1, 2)]
    assert all(len(slider.words) == 17 for slider in made)
