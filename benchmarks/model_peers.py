"""Models beside the packages that the tests hold them against, for ``models.py``."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import ahpy
import networkx as nx
import numpy as np
from scipy.optimize import fsolve, linprog
from scipy.stats import norm

from kamlab.models import benchmark, coalition, convergence, crossholding, holdup, portfolio

DRAW = random.Random(1)  # noqa: S311 - seeded sizes, no secret


@dataclass(frozen=True)
class Case:
    """A function at its largest setting.

    Attributes:
        name: of the function.
        setting: its size, in words.
        ours: the call.
        peer: the package that computes the same; empty for none.
        theirs: the call of that package.
    """

    name: str
    setting: str
    ours: Callable[[], object]
    peer: str = ""
    theirs: Callable[[], object] | None = None


class _Ahpy(ahpy.Compare):
    """ahpy 2.0 fills its matrix with a method that NumPy 2 dropped; all that it computes is its own."""

    def _build_matrix(self) -> None:
        self._matrix = np.ones((self._size, self._size))
        for (row, column), value in self._pairs.items():
            self._matrix[self._elements.index(row), self._elements.index(column)] = value


def judgements(size: int) -> Case:
    """Pairwise comparison against ahpy."""
    pairs = {
        (row, column): float(DRAW.randint(1, 9)) for row in range(size) for column in range(row + 1, size)
    }
    matrix = [[1.0] * size for _ in range(size)]
    for (row, column), value in pairs.items():
        matrix[row][column], matrix[column][row] = value, 1 / value
    ours = partial(portfolio.ahp_priorities, matrix)
    theirs = partial(_Ahpy, "peer", pairs, precision=9, random_index="saaty")
    return Case("portfolio.ahp_priorities", f"{size} criteria", ours, "ahpy", theirs)


def indebted(equity: float, swing: float, debt: float, rate: float) -> Case:
    """A firm's value from its shares, against a general solver for two equations."""

    def gaps(unknown: np.ndarray) -> tuple[float, float]:
        value, volatility = unknown
        first = (np.log(value / debt) + rate + volatility**2 / 2) / volatility
        worth = value * norm.cdf(first) - debt * np.exp(-rate) * norm.cdf(first - volatility)
        return worth - equity, norm.cdf(first) * volatility * value - swing * equity

    theirs = partial(fsolve, gaps, (equity + debt, swing * equity / (equity + debt)))
    ours = partial(holdup.merton, equity, swing, debt, rate, 1)
    return Case("holdup.merton", "one firm", ours, "scipy", theirs)


def market(sellers: int, buyers: int) -> Case:
    """The core of a market, against a linear programme for its value and one for each end of a range."""
    surplus = [[float(DRAW.randint(-2, 12)) for _ in range(buyers)] for _ in range(sellers)]
    traders = sellers + buyers
    pairs = [
        [-float(trader in {seller, sellers + buyer}) for trader in range(traders)]
        for seller in range(sellers)
        for buyer in range(buyers)
    ]
    least = [-max(0.0, earned) for row in surplus for earned in row]

    def theirs() -> None:
        value = linprog([1] * traders, A_ub=pairs, b_ub=least).fun
        for trader, sign in ((trader, sign) for trader in range(traders) for sign in (1, -1)):
            aim = [float(sign * (other == trader)) for other in range(traders)]
            linprog(aim, A_ub=pairs, b_ub=least, A_eq=[[1] * traders], b_eq=[value])

    ours = partial(coalition.assignment_game, surplus)
    return Case("coalition.assignment_game", f"{sellers} sellers, {buyers} buyers", ours, "scipy", theirs)


def group(firms: int) -> Case:
    """Firms that hold shares of each other, against the inverse of a matrix."""
    holdings = [
        [0.0 if owner == firm else DRAW.uniform(0, 0.9 / firms) for firm in range(firms)]
        for owner in range(firms)
    ]
    assets = [DRAW.uniform(10, 100) for _ in range(firms)]

    def theirs() -> None:
        owned = np.array(holdings)
        np.diag(1 - owned.sum(axis=0)) @ np.linalg.inv(np.eye(firms) - owned) @ np.array(assets)

    ours = partial(crossholding.firm_values, holdings, assets)
    return Case("crossholding.firm_values", f"{firms} firms", ours, "numpy", theirs)


def best_practice(units: int, measures: int, returns: str) -> Case:
    """Efficiency of all units, against a linear programme for each."""
    used, made = (
        [[float(DRAW.randint(10, 99)) for _ in range(measures)] for _ in range(units)] for _ in range(2)
    )
    average = {"A_eq": [[0.0] + [1.0] * units], "b_eq": [1.0]} if returns == "variable" else {}

    def theirs() -> None:
        for unit in range(units):
            inputs = [[-used[unit][place], *(row[place] for row in used)] for place in range(measures)]
            outputs = [[0.0, *(-row[place] for row in made)] for place in range(measures)]
            wanted = [0.0] * measures + [-amount for amount in made[unit]]
            linprog([1.0] + [0.0] * units, A_ub=inputs + outputs, b_ub=wanted, **average)

    setting = f"{units} units, {measures} + {measures}, {returns}"
    return Case(
        "benchmark.efficiency", setting, partial(benchmark.efficiency, used, made, returns), "scipy", theirs
    )


def network(people: int, links: int) -> Case:
    """Who stands between whom, against networkx."""
    pairs = [tuple(DRAW.sample(range(people), 2)) for _ in range(links)]
    graph = nx.Graph(pairs)

    def theirs() -> None:
        nx.betweenness_centrality(graph, normalized=False)
        nx.closeness_centrality(graph)

    ours = partial(convergence.contact_network, pairs)
    return Case("convergence.contact_network", f"{people} people, {links} contacts", ours, "networkx", theirs)
