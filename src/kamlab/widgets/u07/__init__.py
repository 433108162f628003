"""The exercises of unit 7: loyal understanding with smaller suppliers, and its limits."""

from kamlab.widgets.u07.develop_merge_leave import develop_merge_leave
from kamlab.widgets.u07.order_regimes import order_regimes
from kamlab.widgets.u07.quiz import quiz
from kamlab.widgets.u07.where_it_fits import where_it_fits

__all__ = ["EXERCISES", "develop_merge_leave", "order_regimes", "quiz", "where_it_fits"]

EXERCISES = (order_regimes, where_it_fits, develop_merge_leave, quiz)
