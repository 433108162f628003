"""The exercises of unit 8: consignment stock and both sides' costs."""

from kamlab.widgets.u08.both_costs import both_costs
from kamlab.widgets.u08.continuity import continuity
from kamlab.widgets.u08.quiz import quiz
from kamlab.widgets.u08.served_first import served_first
from kamlab.widgets.u08.who_holds import who_holds

__all__ = ["EXERCISES", "both_costs", "continuity", "quiz", "served_first", "who_holds"]

EXERCISES = (who_holds, served_first, continuity, both_costs, quiz)
"""In the order of the chapter."""
