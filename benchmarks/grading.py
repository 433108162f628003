"""What it costs to grade one submission: nbgrader's command line, its Python interface, and kamlab.

    .venv/bin/python benchmarks/grading.py [--trainees 40] [--stock 40] [--cores N] [--repeats 3]
                                           [--json FILE]

All grade the same generated, honest cohort, each in a fresh folder and as a whole process, one after the
other in turns. nbgrader, and kamlab's first run, are held to one core with all their processes, so that their
times are times per core; kamlab's second run has all cores. Then as many runs of one core as there are cores
go at once, which share nothing: what they lose is the machine's, and the most that one run can reach. Printed
are medians. Points are compared row for row between the gradebooks, and kamlab's with those that the cohort
must get: a row that differs without a known reason fails the run.

nbgrader grades the first trainees only (40 at most). For a larger cohort its time is worked out: its start
(measured as a run that finds nothing to do), and as much for each submission as in the sample. That favours
nbgrader, whose reading of the gradebook slows down as it grows. kamlab's times include the feedback pages;
nbgrader writes them in another command, so two ratios are printed: against 'autograde' alone, and for the
same work, against both commands.

Several sizes (--trainees 100 1000 10000) show whether cost and memory stay flat; what a run costs before its
second submission, seen in a run of one, is told apart. Run it on an idle machine.
"""

import argparse
import json
import os
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import grading_report
import grading_stock
from grading_sides import ALONE, Arena, Options, Results

MOST_STOCK = 40


def main() -> None:
    """Measure and print."""
    options = _options()
    load = os.getloadavg()[0]
    print(f"load average before: {load:.2f} on {len(os.sched_getaffinity(0))} cores")
    arena = Arena(options.sizes, options.seed)
    arena.prepare()
    results = Results()
    for turn in range(options.repeats):
        _one_turn(arena, options, results, turn)
    arena.floor(results, options.stock)
    grading_stock.clear_attic(arena.folder)
    grading_report.show(arena, options, results)
    if options.file:
        figures = grading_report.figures(options, results)
        text = json.dumps({"load_before": load, **figures}, indent=1)
        options.file.write_text(text + "\n", encoding="utf-8")
    if results.unexplained:
        sys.exit("Points differ for no known reason: see above.")


def _one_turn(arena: Arena, options: Options, results: Results, turn: int) -> None:
    """Every side once; each turn begins with another, so that none always comes first."""
    steps = [
        partial(arena.stock_command, results, options.stock),
        partial(arena.stock_api, results, options.stock),
        *[
            partial(arena.ours, results, size, cores)
            for size in (ALONE, *options.sizes)
            for cores in dict.fromkeys((1, options.cores))
        ],
        *[partial(arena.beside, results, size, options.cores) for size in options.sizes if options.cores > 1],
    ]
    first = turn % len(steps)
    for step in (*steps[first:], *steps[:first]):
        step()


def _options() -> Options:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--trainees", type=int, nargs="+", default=[40], help="sizes of the cohort (default 40)"
    )
    parser.add_argument(
        "--stock", type=int, default=MOST_STOCK, help=f"submissions for nbgrader, at most {MOST_STOCK}"
    )
    there = len(os.sched_getaffinity(0))
    parser.add_argument("--cores", type=int, default=there, help="of kamlab's second run (default: all)")
    parser.add_argument("--repeats", type=int, default=3, help="turns (default 3)")
    parser.add_argument("--seed", type=int, default=1, help="of the cohort (default 1)")
    parser.add_argument("--json", type=Path, dest="file", help="write all figures to this file")
    given = parser.parse_args()
    if min(*given.trainees, given.stock, given.cores, given.repeats) < 1:
        parser.error("every number must be at least 1")
    sizes = sorted(set(given.trainees))
    stock = min(given.stock, MOST_STOCK, sizes[0])
    return Options(sizes, stock, min(given.cores, there), given.repeats, given.seed, given.file)


if __name__ == "__main__":
    main()
