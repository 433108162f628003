"""Brandes' count of who stands between whom (brandes2001), for networks without weights."""

from dataclasses import dataclass

_UNSEEN = -1


@dataclass(frozen=True)
class Walk:
    """What a walk outwards from one person found; people are places in a list.

    Args:
        order: those reached, the nearest first.
        steps: for each person the steps from the start, 0 for the start itself, −1 where there is no way.
        ways: for each person the number of shortest ways from the start.
        before: for each person those just before her on the shortest ways.
    """

    order: list[int]
    steps: list[int]
    ways: list[int]
    before: list[list[int]]


def walk(neighbours: list[list[int]], start: int) -> Walk:
    """Walk outwards from ``start``, one step further each time."""
    size = len(neighbours)
    steps, ways = [_UNSEEN] * size, [0] * size
    before: list[list[int]] = [[] for _ in range(size)]
    steps[start], ways[start] = 0, 1
    order = [start]
    for person in order:  # grows while it is walked through
        further = steps[person] + 1
        for other in neighbours[person]:
            if steps[other] == _UNSEEN:
                steps[other] = further
                order.append(other)
            if steps[other] == further:
                ways[other] += ways[person]
                before[other].append(person)
    return Walk(order, steps, ways, before)


def gathered(found: Walk) -> list[float]:
    """For each person the shortest ways from the start that pass through her, each pair counting for one."""
    passing = [0.0] * len(found.steps)
    for person in reversed(found.order):
        for earlier in found.before[person]:
            # Two whole numbers are divided first: ways can be too many for a floating-point number.
            passing[earlier] += found.ways[earlier] / found.ways[person] * (1 + passing[person])
    passing[found.order[0]] = 0.0
    return passing
