"""The exercises of unit 3: the opposite of a commodity."""

from kamlab.widgets.u03.bidders import bidders
from kamlab.widgets.u03.ladder import ladder
from kamlab.widgets.u03.price_cut import price_cut
from kamlab.widgets.u03.price_war import price_war
from kamlab.widgets.u03.quiz import quiz

__all__ = ["EXERCISES", "bidders", "ladder", "price_cut", "price_war", "quiz"]

EXERCISES = (price_cut, bidders, price_war, ladder, quiz)
