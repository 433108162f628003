"""How long a model takes to answer a slider at the largest setting of its exercise, in CPython.

    .venv/bin/python benchmarks/models.py [--runs 7]

A page calls Python when a slider moves, and Python runs slower in the reader's browser than here, so a model
has 5 ms. For each function this prints the best of the runs in milliseconds a call, whether that is within
the goal, and, where the tests hold it against a package that computes the same, that package's time and the
ratio (below 1: ours is faster). Both run one after the other in the same process; importing is not counted.
Run it on an idle machine.
"""

import argparse
import timeit
from collections.abc import Callable

from model_cases import CASES

GOAL = 5.0


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
