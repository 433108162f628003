"""The exercises of unit 6: alliances in balance."""

from kamlab.widgets.u06.balance import balance
from kamlab.widgets.u06.bullwhip import bullwhip
from kamlab.widgets.u06.cross_holding import cross_holding
from kamlab.widgets.u06.quiz import quiz
from kamlab.widgets.u06.third_party import third_party

__all__ = ["EXERCISES", "balance", "bullwhip", "cross_holding", "quiz", "third_party"]

EXERCISES = (bullwhip, cross_holding, balance, third_party, quiz)
