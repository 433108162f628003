"""What the grading benchmark prints: costs, ratios, goals, and whether the points are the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from statistics import median

from grading_runs import Cost
from grading_scores import UNEXPLAINED, explained
from grading_sides import ALONE, API, COMMAND, PAGES, START, Arena, Options, Results, beside, kamlab

FASTER, EFFICIENT, FLAT = 30, 0.9, 0.1  # the goals
_MANY = 300  # submissions at which the first goal is set
_STEADY = 100  # submissions from which the cost of each must be flat
_MB = 1 << 20
_STOCK = {COMMAND, API, PAGES}
_INCOMPLETE = (
    "\nCPU is understated for kamlab: no control group can be made here, and a sandbox ends forks that\n"
    "nobody waits for. Run this in: systemd-run --user --scope -p Delegate=yes"
)


@dataclass(frozen=True)
class Each:
    """What one submission costs.

    Args:
        wall: milliseconds.
        cpu: milliseconds of processor time.
        peak: bytes, of all processes together.
    """

    wall: float
    cpu: float
    peak: float


def show(arena: Arena, options: Options, results: Results) -> None:
    """Print everything, and keep in ``results`` the rows that nothing explains."""
    if not all(cost.complete for costs in results.costs.values() for cost in costs):
        print(_INCOMPLETE)
    tables = (_costs(options, results, size) for size in options.sizes)
    rest = (_flat(options, results), _phases(results), _floor(results), _points(arena, results))
    for line in chain(*tables, *rest):
        print(line)


def figures(options: Options, results: Results) -> dict[str, object]:
    """All figures as JSON data."""
    sides = (COMMAND, API, PAGES, kamlab(1), kamlab(options.cores))
    return {
        "stock_sample": options.stock,
        "runs": [
            {"side": side, "submissions": count, **asdict(cost)}
            for (side, count), costs in results.costs.items()
            for cost in costs
        ],
        "each": [
            {"side": side, "submissions": size, **asdict(_each(options, results, side, size))}
            for size in options.sizes
            for side in dict.fromkeys(sides)
        ],
        "phases": [
            {"side": side, "submissions": count, "seconds": dict(phases)}
            for (side, count), phases in results.phases.items()
        ],
        "floor_ms": dict(results.floor),
        "unexplained": results.unexplained,
    }


def _costs(options: Options, results: Results, size: int) -> Iterator[str]:
    alone, together = kamlab(1), kamlab(options.cores)
    sides = {side: _each(options, results, side, size) for side in (COMMAND, API, PAGES, alone, together)}
    stock, ours, pages = sides[COMMAND], sides[alone], sides[PAGES]
    yield f"\n{size} submissions, milliseconds each, medians of {options.repeats} whole runs"
    yield f"{'':26}{'time':>9}{'CPU':>9}{'faster':>9}{'less CPU':>10}{'peak MB':>9}"
    for side, each in sides.items():
        faster, less = stock.wall / each.wall, stock.cpu / each.cpu
        row = f"{side:26}{each.wall:9.1f}{each.cpu:9.1f}{faster:8.1f}x{less:9.1f}x{each.peak / _MB:9.0f}"
        yield row + (f"  from {options.stock}" if side in _STOCK and size != options.stock else "")
    when = "" if size >= _MANY else f"; the goal is set at {_MANY} submissions"
    yield f"per core: {_goal(stock.wall / ours.wall, FASTER)}, CPU {stock.cpu / ours.cpu:.1f}{when}"
    same = (stock.wall + pages.wall) / ours.wall
    yield f"per core, for the same work, grading and feedback pages: {_goal(same, FASTER)}"
    if options.cores > 1:
        efficiency = ours.wall / (options.cores * sides[together].wall)
        yield f"parallel efficiency on {options.cores} cores: {_goal(efficiency, EFFICIENT)}"
        most = ours.wall / _each(options, results, beside(options.cores), size).wall
        yield f"as many runs of one core reach {most:.2f} at once; this is {efficiency / most:.2f} of that"


def _goal(value: float, least: float) -> str:
    return f"{value:.2f} (goal: at least {least:g}; {'reached' if value >= least else 'NOT reached'})"


def _each(options: Options, results: Results, side: str, size: int) -> Each:
    """Of a whole run of ``size`` submissions; for nbgrader worked out from its sample and its start."""
    if side not in _STOCK:
        return _middle(results.costs[side, size], size)
    whole, start = (
        _middle(results.costs[name, options.stock], 1) for name in (side, START.format(side=side))
    )

    def one(run: float, empty: float) -> float:
        return (run - empty) / options.stock + empty / size

    return Each(one(whole.wall, start.wall), one(whole.cpu, start.cpu), whole.peak)


def _middle(costs: Sequence[Cost], size: int) -> Each:
    wall, cpu, peak = (median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak"))
    return Each(1000 * wall / size, 1000 * cpu / size, peak)


def _flat(options: Options, results: Results) -> Iterator[str]:
    """How much more a submission costs in a larger cohort than in the smallest of at least a hundred."""
    sizes = [size for size in options.sizes if size >= _STEADY]
    for side in dict.fromkeys((kamlab(1), kamlab(options.cores))):
        start = _middle(results.costs[side, ALONE], 1).wall
        each = {size: _after_first(results.costs[side, size], size, start) for size in sizes}
        peaks = {size: _middle(results.costs[side, size], size).peak for size in sizes}
        yield f"\n{side}: {start / 1000:.2f} s until the first result"
        for size in sizes:
            change, more = each[size] / each[sizes[0]] - 1, peaks[size] / peaks[sizes[0]] - 1
            flat = "within" if abs(change) <= FLAT else "NOT within"
            yield (
                f"{size}: {each[size]:.1f} ms for each further one ({change:+.0%}, {flat} the goal of "
                f"{FLAT:.0%}), peak {peaks[size] / _MB:.0f} MB ({more:+.0%})"
            )


def _after_first(costs: Sequence[Cost], size: int, start: float) -> float:
    """Milliseconds for each submission but the first."""
    return (size * _middle(costs, size).wall - start) / (size - 1)


def _phases(results: Results) -> Iterator[str]:
    yield "\nCost by phase, milliseconds each"
    if not results.phases:
        yield "not measured: 'kamlab grade' has no option --timings"
    for (side, count), phases in results.phases.items():
        shown = ", ".join(f"{name} {1000 * seconds / count:.2f}" for name, seconds in phases.items())
        yield f"{side}, {count}: {shown}"


def _floor(results: Results) -> Iterator[str]:
    own, whole = results.floor["own"], results.floor["all"]
    yield "\nThe floor: cells alone in a warm interpreter, without kernel, walls, files or gradebook"
    yield f"the trainee's own cells {own:.2f} ms of processor time, all cells of her notebook {whole:.1f} ms"


def _points(arena: Arena, results: Results) -> Iterator[str]:
    """Row for row, over the trainees that all sides graded."""
    stock, other = results.scores[COMMAND], results.scores[API]
    ours = {key: points for key, points in results.scores[kamlab(1)].items() if key in stock}
    yield f"\nPoints of {len(stock)} graded cells of {len({name for name, _ in stock})} submissions"
    yield from _compared(f"{COMMAND} and kamlab", explained(ours, stock, arena.stock), results)
    yield from _compared(f"{COMMAND} and {API}", explained(other, stock, arena.stock), results)
    yield "kamlab's points were those that the cohort must get in every row of every run"


def _compared(who: str, found: Mapping[str, Sequence[tuple[str, str]]], results: Results) -> Iterator[str]:
    if not found:
        yield f"{who}: the same in every row"
    for why, rows in found.items():
        named = ", ".join(" ".join(row) for row in rows)
        yield f"{who}: {len(rows)} differ, {why}: {named}"
    results.unexplained += found.get(UNEXPLAINED, [])
