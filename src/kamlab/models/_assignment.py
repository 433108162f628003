"""The exact arithmetic of ``coalition.assignment_game``: the best matching, and the ends of the core.

Floating-point numbers are fractions over a power of two, so a table of them over their common denominator is
a table of whole numbers. On those nothing is rounded, and a tie is a tie.
"""

Whole = list[list[int]]
Mates = dict[int, int]


def in_whole_numbers(surplus: list[list[float]]) -> tuple[Whole, int]:
    """The table in units of 1 / scale, with 0 for what would lose money, and the scale."""
    ratios = [[max(0.0, entry).as_integer_ratio() for entry in row] for row in surplus]
    scale = max(denominator for row in ratios for _, denominator in row)
    return [[numerator * (scale // denominator) for numerator, denominator in row] for row in ratios], scale


def transposed(surplus: Whole) -> Whole:
    """Rows as columns."""
    return [list(column) for column in zip(*surplus, strict=True)]


def best_matching(surplus: Whole) -> Mates:
    """For each row that trades its column; of equally good matchings the first in the order of the rows."""
    ordered = _first_in_order(surplus)
    if len(ordered) > len(ordered[0]):
        chosen = {row: column for column, row in enumerate(_cheapest(_negative(transposed(ordered))))}
    else:
        chosen = dict(enumerate(_cheapest(_negative(ordered))))
    return {row: chosen[row] for row in sorted(chosen) if surplus[row][chosen[row]] > 0}


def _first_in_order(surplus: Whole) -> Whole:
    """The table with a bonus for early columns: too small to outweigh any surplus, larger for early rows."""
    rows, base = len(surplus), len(surplus[0]) + 1
    unit = base**rows  # more than all bonuses of a matching together
    return [
        [
            entry * unit + (base - 1 - column) * base ** (rows - 1 - row) if entry else 0
            for column, entry in enumerate(line)
        ]
        for row, line in enumerate(surplus)
    ]


def _negative(surplus: Whole) -> Whole:
    return [[-entry for entry in row] for row in surplus]


def _cheapest(cost: Whole) -> list[int]:
    """A column of its own for each row, at the least total cost; there are at least as many columns.

    The Hungarian method: rows are placed one by one. Prices on rows and columns keep every cost less its two
    prices at 0 or more, and at 0 for the pairs chosen so far.
    """
    prices = ([0] * len(cost), [0] * len(cost[0]))
    owners: list[int | None] = [None] * len(cost[0])
    for row in range(len(cost)):
        _place(row, cost, prices, owners)
    held = {row: column for column, row in enumerate(owners) if row is not None}
    return [held[row] for row in range(len(cost))]


def _place(start: int, cost: Whole, prices: tuple[list[int], list[int]], owners: list[int | None]) -> None:
    """Give ``start`` a column along the cheapest chain of rows that move on to another one (Dijkstra)."""
    of_row, of_column = prices
    waiting = list(range(len(of_column)))
    far = [cost[start][column] - of_row[start] - of_column[column] for column in waiting]
    came_from = [start] * len(waiting)
    passed: list[tuple[int, int]] = []
    while True:
        nearest = min(waiting, key=far.__getitem__)
        waiting.remove(nearest)
        row = owners[nearest]
        if row is None:
            break
        passed.append((nearest, row))
        line, so_far = cost[row], far[nearest] - of_row[row]
        for column in waiting:
            length = so_far + line[column] - of_column[column]
            if length < far[column]:
                far[column], came_from[column] = length, row
    of_row[start] += far[nearest]
    for column, row in passed:
        of_row[row] += far[nearest] - far[column]
        of_column[column] -= far[nearest] - far[column]
    _move_on(start, nearest, came_from, owners)


def _move_on(start: int, free: int, came_from: list[int], owners: list[int | None]) -> None:
    held = {row: column for column, row in enumerate(owners) if row is not None}
    column, row = free, came_from[free]
    owners[column] = row
    while row != start:
        column, row = held[row], came_from[held[row]]
        owners[column] = row


def least_payoffs(surplus: Whole, mates: Mates) -> list[int]:
    """The least that each column gets in the core, in units of 1 / scale.

    A column must get what a row without a mate would pay for it, and what a row with a mate would pay for it
    over and above that mate. It is raised until that holds: at most once for every pair.
    """
    alone = [row for number, row in enumerate(surplus) if number not in mates]
    pays = [max(offers) for offers in zip([0] * len(surplus[0]), *alone, strict=True)]
    while True:
        offers = [(surplus[row], pays[mate] - surplus[row][mate]) for row, mate in mates.items()]
        raised = [
            max([pay, *(line[column] + kept for line, kept in offers)]) for column, pay in enumerate(pays)
        ]
        if raised == pays:
            return pays
        pays = raised
