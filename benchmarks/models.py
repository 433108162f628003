"""How long a model takes to answer a slider at the largest setting of its exercise, in CPython.

    .venv/bin/python benchmarks/models.py [--runs 7]

A page calls Python when a slider moves, and Python runs slower in the reader's browser than here, so a model
has 5 ms. For each function this prints the best of the runs in milliseconds a call, whether that is within
the goal, and, where the tests hold it against a package that computes the same, that package's time and the
ratio (below 1: ours is faster). Both run one after the other in the same process; importing is not counted.
Run it on an idle machine.
"""

import argparse
import random
import timeit
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import ahpy
import networkx as nx
import numpy as np
from scipy.integrate import solve_ivp

from kamlab.models import balance, careers, clv, convergence, cost_to_serve, portfolio, supersession

GOAL = 5.0
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


def unit_1() -> Iterator[Case]:
    """Keeping customers, the cost to serve them, and the portfolio."""
    yield Case("clv.retention_multiple", "one rate", partial(clv.retention_multiple, 0.9, 0.1))
    yield Case("clv.lifetime_value", "40 years", partial(clv.lifetime_value, 260, 50, 0.9, 0.1, 40))
    chain = clv.recency_transitions([0.5 / step for step in range(1, 9)])
    payoffs = [100.0, *[0.0] * 8]
    yield Case(
        "clv.migration_values", "8 recencies, for ever", partial(clv.migration_values, chain, payoffs, 0.1)
    )
    customer = partial(clv.bg_nbd_expected_purchases, 12, 100, 150, 156, 0.243, 4.414, 0.793, 2.426)
    yield Case("clv.bg_nbd_expected_purchases", "12 orders, 3 years ahead", customer)
    profits = [DRAW.gauss(20, 40) for _ in range(60)]
    yield Case(
        "cost_to_serve.whale_curve", "60 accounts", partial(cost_to_serve.whale_curve, [5000, *profits])
    )
    minutes, volumes = [8, 44, 50, 12, 90, 30], [49_000, 1_400, 2_500, 300, 80, 900]
    department = partial(cost_to_serve.time_driven_assignment, 560_000, 700_000, minutes, volumes)
    yield Case("cost_to_serve.time_driven_assignment", "6 kinds of work", department)
    yield judgements(8)
    rows = [[DRAW.gauss(0, 1) for _ in range(8)] for _ in range(60)]
    outcome = [sum(row) + DRAW.gauss(0, 2) for row in rows]
    split = partial(portfolio.factor_importance, rows, outcome)
    yield Case("portfolio.factor_importance", "60 accounts, 8 factors", split)


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


def unit_6() -> Iterator[Case]:
    """Alliances in balance."""
    even = partial(balance.partnership_balance, 0.9, 0.5, 0.2, 0.1)
    yield Case("balance.partnership_balance", "one partnership", even)


def unit_10() -> Iterator[Case]:
    """Careers, convergence and supersession."""
    standards = partial(careers.separating_education, 100_000, 20_000, 40_000)
    yield Case("careers.separating_education", "one benefit", standards)
    outcome = partial(careers.signalling_outcome, 4, 100_000, 20_000, 40_000, 0.5)
    yield Case("careers.signalling_outcome", "one standard", outcome)
    yield network(people=40, links=120)
    yield Case(
        "supersession.substitution_share",
        "one year",
        partial(supersession.substitution_share, 0.1, 2030, 2035),
    )
    p, q, market = 0.0104, 0.4186, 16_895
    solved = partial(
        solve_ivp,
        lambda _time, sold: (p + q * sold / market) * (market - sold),
        (0, 20),
        [0],
        t_eval=np.linspace(0, 20, 101),
        rtol=1e-8,
    )
    yield Case(
        "supersession.bass", "101 points", partial(supersession.bass, p, q, market, 20), "scipy", solved
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


CASES = (unit_1, unit_6, unit_10)


def milliseconds(call: Callable[[], object], runs: int) -> float:
    """The best time of a call, over ``runs`` runs of a twentieth of a second each."""
    timer = timeit.Timer(call)
    once = max(timer.timeit(1), timer.timeit(1)) or 1e-9
    calls = max(1, int(0.05 / once))
    return min(timer.repeat(runs, calls)) / calls * 1000


def main() -> None:
    """Time every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    print(f"{'function':42} {'largest setting':30} {'ms a call':>9}  {'goal':4}  peer")
    late = 0
    for case in (case for unit in CASES for case in unit()):
        ours = milliseconds(case.ours, runs)
        late += ours > GOAL
        verdict = "ok" if ours <= GOAL else "LATE"
        peer = ""
        if case.theirs is not None:
            theirs = milliseconds(case.theirs, runs)
            peer = f"{case.peer} {theirs:.3f} ms, ratio {ours / theirs:.2f}"
        print(f"{case.name:42} {case.setting:30} {ours:9.3f}  {verdict:4}  {peer}".rstrip())
    print(f"goal: every call within {GOAL:.0f} ms; {late} late")


if __name__ == "__main__":
    main()
