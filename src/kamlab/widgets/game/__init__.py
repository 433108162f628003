"""The negotiation game, which stands beside the units: Meridian and Nordlys negotiate."""

from kamlab.widgets.game.negotiation import negotiation

__all__ = ["EXERCISES", "negotiation"]

EXERCISES = (negotiation,)
