"""The exercises of unit 10: becoming a value manager."""

from kamlab.widgets.u10.career import career
from kamlab.widgets.u10.diamond import diamond
from kamlab.widgets.u10.quiz import quiz
from kamlab.widgets.u10.self_assessment import self_assessment
from kamlab.widgets.u10.supersede import supersede

__all__ = ["EXERCISES", "career", "diamond", "quiz", "self_assessment", "supersede"]

EXERCISES = (diamond, supersede, career, self_assessment, quiz)
