"""The exercises of unit 5: competitive purchasing and the two poles."""

from kamlab.widgets.u05.how_many import how_many
from kamlab.widgets.u05.pool import pool
from kamlab.widgets.u05.quiz import quiz
from kamlab.widgets.u05.tender import tender
from kamlab.widgets.u05.two_poles import two_poles
from kamlab.widgets.u05.who_pairs import who_pairs

__all__ = ["EXERCISES", "how_many", "pool", "quiz", "tender", "two_poles", "who_pairs"]

EXERCISES = (tender, who_pairs, two_poles, pool, how_many, quiz)
