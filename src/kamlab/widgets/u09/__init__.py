"""The exercises of unit 9: global, local and public."""

from kamlab.widgets.u09.audit import audit
from kamlab.widgets.u09.local_firms import local_firms
from kamlab.widgets.u09.public_or_private import public_or_private
from kamlab.widgets.u09.quiz import quiz

__all__ = ["EXERCISES", "audit", "local_firms", "public_or_private", "quiz"]

EXERCISES = (local_firms, public_or_private, audit, quiz)
