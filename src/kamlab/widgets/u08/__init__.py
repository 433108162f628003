"""The exercises of unit 8: consignment stock and both sides' costs."""

from kamlab.widgets.u08.who_holds import who_holds

__all__ = ["EXERCISES", "who_holds"]

EXERCISES = (who_holds,)
"""In the order of the chapter."""
