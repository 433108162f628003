"""What a gradebook says of a submission, for who shows it: plain data that needs no database."""

from dataclasses import dataclass, field

__all__ = ["Standing"]


@dataclass(frozen=True)
class Standing:
    """What the gradebook says of one trainee's submission, a trainer's own marks included.

    Args:
        score: points, less any penalty for lateness.
        of: points that could be earned.
        seconds_late: seconds after the deadline, extensions counted.
        penalty: points taken for lateness.
        pending: whether something waits for the trainer's mark.
        manual: grade id to the points that the trainer gave.
        comments: grade id to what the trainer wrote.
    """

    score: float
    of: float
    seconds_late: float
    penalty: float
    pending: bool
    manual: dict[str, float] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
