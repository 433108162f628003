"""The exercises of unit 1: which customers decide our future."""

from kamlab.widgets.u01.account_portfolio import account_portfolio
from kamlab.widgets.u01.lifetime_value import lifetime_value
from kamlab.widgets.u01.quiz import quiz
from kamlab.widgets.u01.whale_curve import whale_curve

__all__ = ["EXERCISES", "account_portfolio", "lifetime_value", "quiz", "whale_curve"]

EXERCISES = (whale_curve, lifetime_value, account_portfolio, quiz)
