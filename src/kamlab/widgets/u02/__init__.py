"""The exercises of unit 2: real needs, and feeling special."""

from kamlab.widgets.u02.gap import gap
from kamlab.widgets.u02.kano import kano
from kamlab.widgets.u02.next_best import next_best
from kamlab.widgets.u02.quiz import quiz
from kamlab.widgets.u02.welcome_chain import welcome_chain

__all__ = ["EXERCISES", "gap", "kano", "next_best", "quiz", "welcome_chain"]

EXERCISES = (next_best, kano, welcome_chain, gap, quiz)
