"""What flows through firms that own each other, for ``crossholding``."""

import math

from kamlab.errors import ModelError
from kamlab.models._linear import Matrix, Vector

__all__ = ["passing_through"]


def passing_through(owned: Matrix, outside: Vector) -> Matrix:
    """(I − C)⁻¹: in row i and column j, what flows through firm i of one unit that firm j earns."""
    size = len(owned)
    to = [[owned[owner][firm] for owner in range(size)] for firm in range(size)]
    out = list(outside)
    flows = [[float(row == column) for column in range(size)] for row in range(size)]
    leaving = [0.0] * size
    for last in reversed(range(size)):
        # What flows back into the same firm only goes round once more, so it does not count as leaving.
        leaving[last] = out[last] + math.fsum(to[last][:last])
        if not leaving[last]:
            raise ModelError("holdings", "a group that owns all of itself", "owners outside for every firm")
        _bypass(to, out, flows, last, leaving[last])
    for firm in range(size):
        for before in range(firm):
            flows[firm] = [
                flow + earlier * to[before][firm]
                for flow, earlier in zip(flows[firm], flows[before], strict=True)
            ]
        flows[firm] = [flow / leaving[firm] for flow in flows[firm]]
    return flows


def _bypass(to: Matrix, out: Vector, flows: Matrix, last: int, leaving: float) -> None:
    """Lead what firm ``last`` passes on past it, to and from the firms before it."""
    onwards = [share / leaving for share in to[last][:last]]
    outwards = out[last] / leaving
    for firm in range(last):
        through = to[firm][last]
        out[firm] += through * outwards
        to[firm][:last] = [
            direct + through * share for direct, share in zip(to[firm][:last], onwards, strict=True)
        ]
        flows[firm] = [
            flow + onwards[firm] * passed for flow, passed in zip(flows[firm], flows[last], strict=True)
        ]
