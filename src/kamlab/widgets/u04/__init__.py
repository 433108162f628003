"""The exercises of unit 4: partnership outsourcing."""

from kamlab.widgets.u04.buy_back import buy_back
from kamlab.widgets.u04.coalition_worth import coalition_worth
from kamlab.widgets.u04.contract import contract
from kamlab.widgets.u04.hold_up import hold_up
from kamlab.widgets.u04.quiz import quiz
from kamlab.widgets.u04.three_levers import three_levers

__all__ = ["EXERCISES", "buy_back", "coalition_worth", "contract", "hold_up", "quiz", "three_levers"]

EXERCISES = (contract, buy_back, three_levers, coalition_worth, hold_up, quiz)
