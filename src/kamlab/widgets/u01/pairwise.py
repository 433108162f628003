"""Pairwise comparison by sliders: words on Saaty's scale, the weights, and the worst contradiction."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AhpPriorities, ahp_priorities
from kamlab.widgets.controls import Slider

TOP = 9  # Saaty's scale: 1 to 9 either way
WORDS = {
    2: N_("slightly"),
    3: N_("moderately"),
    4: N_("moderately to strongly"),
    5: N_("strongly"),
    6: N_("strongly to very strongly"),
    7: N_("very strongly"),
    8: N_("very strongly to extremely"),
    9: N_("extremely"),
}


@dataclass(frozen=True)
class Contradiction:
    """The comparison that fits the others least.

    Args:
        pair: places of the two criteria.
        said: its position on the slider.
        implied: the position that the weights imply.
    """

    pair: tuple[int, int]
    said: int
    implied: int


def pairs(count: int) -> list[tuple[int, int]]:
    """Every pair of ``count`` criteria, in the order of the sliders."""
    return list(combinations(range(count), 2))


def ratio(position: float) -> float:
    """How many times as much the first criterion matters: −8 on the slider is 9, +8 is 1/9.

    >>> ratio(-2), ratio(0), ratio(1)
    (3.0, 1.0, 0.5)
    """
    times = abs(position) + 1
    return float(times) if position <= 0 else 1 / times


def position(times: float) -> int:
    """The slider's position nearest to a ratio.

    >>> position(3.2), position(0.5), position(40)
    (-2, 1, -8)
    """
    steps = min(round(max(times, 1 / times)), TOP) - 1
    return -steps if times >= 1 else steps


@lru_cache(maxsize=64)
def weights(positions: tuple[float, ...]) -> AhpPriorities:
    """Weights and consistency of the sliders' ``positions`` (one a pair)."""
    count = round((1 + math.sqrt(1 + 8 * len(positions))) / 2)
    table = [[1.0] * count for _ in range(count)]
    for (i, j), place in zip(pairs(count), positions, strict=True):
        table[i][j], table[j][i] = ratio(place), 1 / ratio(place)
    return ahp_priorities(table)


def contradiction(positions: tuple[float, ...]) -> Contradiction:
    """The comparison that is furthest from what the weights imply."""
    found = weights(positions).weights
    implied = {pair: found[pair[0]] / found[pair[1]] for pair in pairs(len(found))}
    said = dict(zip(implied, positions, strict=True))
    worst = max(implied, key=lambda pair: abs(math.log(ratio(said[pair]) / implied[pair])))
    return Contradiction(worst, round(said[worst]), position(implied[worst]))


def in_words(place: int, first: str, second: str, t: Translator) -> str:
    """A slider's position in words."""
    if place == 0:
        return t("equally important")
    times = abs(place) + 1
    return t(
        "{name} {times} × ({word})", name=first if place < 0 else second, times=times, word=t(WORDS[times])
    )


def sliders(names: Sequence[str], start: Sequence[int], t: Translator) -> tuple[Slider, ...]:
    """One slider a pair of criteria."""
    return tuple(
        Slider(
            id=f"pair{i}{j}",
            label=t("{first} or {second}?", first=names[i], second=names[j]),
            low=1 - TOP,
            high=TOP - 1,
            step=1,
            start=place,
            words=[in_words(at, names[i], names[j], t) for at in range(1 - TOP, TOP)],
        )
        for (i, j), place in zip(pairs(len(names)), start, strict=True)
    )
