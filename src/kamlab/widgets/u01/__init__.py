"""The exercises of unit 1: which customers decide our future."""

from kamlab.widgets.u01.lifetime_value import exercise as lifetime_value
from kamlab.widgets.u01.quiz import exercise as quiz
from kamlab.widgets.u01.whale_curve import exercise as whale_curve

__all__ = ["lifetime_value", "quiz", "whale_curve"]
