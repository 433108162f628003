"""Points taken for lateness, by the plugin that the trainer's nbgrader configuration names."""

import logging
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import AssignLatePenalties

from kamlab.errors import GradingError
from kamlab.grading.book.settings import beside, load_settings, unusable

__all__ = ["Lateness", "load_lateness", "seconds_late"]


@dataclass(frozen=True)
class Lateness:
    """The configured plugin.

    Args:
        plugin: nbgrader's ``LateSubmissionPlugin`` or the trainer's own.
        config: where it was configured, for messages.
    """

    plugin: Any
    config: Path

    def penalty(self, trainee: str, score: float, seconds: float) -> float | None:
        """Points taken from a late submission, as nbgrader's ``AssignLatePenalties`` would: 0 to ``score``.

        Args:
            trainee: her id.
            score: points before the penalty.
            seconds: after the deadline, extensions counted; more than 0.

        Raises:
            GradingError: the plugin failed or gave no number.
        """
        try:
            given = self.plugin.late_submission_penalty(trainee, score, seconds)
            penalty = None if given is None else float(given)
        except Exception as error:
            raise self._failure(trainee, f"{type(error).__name__}: {error}") from error
        if penalty is None:
            return None
        if not math.isfinite(penalty):
            raise self._failure(trainee, f"it gave {penalty}")
        return 0.0 if penalty < 0 else min(penalty, score)

    def _failure(self, trainee: str, detail: str) -> GradingError:
        return GradingError(
            "The plugin for late submissions in {config} failed for {trainee} ({detail}): mend it, then run "
            "the same command again.",
            config=self.config.name,
            trainee=trainee,
            detail=detail,
        )


def load_lateness(config: Path) -> Lateness:
    """The plugin that ``config`` names; nbgrader's own when there is no such file.

    Raises:
        GradingError: the configuration or the plugin cannot be loaded.
    """
    settings = load_settings(config)
    try:
        with beside(config):
            step = AssignLatePenalties(config=settings, log=_silent())
            step.init_plugin()
    except Exception as error:
        raise unusable(config, error) from error
    return Lateness(step.plugin_inst, config)


def _silent() -> logging.Logger:
    """The plugin says a sentence for each submission: thousands of them help nobody."""
    log = logging.getLogger("kamlab.nbgrader.lateness")
    log.setLevel(logging.CRITICAL)
    return log


def seconds_late(submitted: datetime | None, due: datetime | None, extension: timedelta | None) -> float:
    """What nbgrader's ``SubmittedAssignment.total_seconds_late`` says, without an object for each submission.

    >>> seconds_late(datetime(2027, 3, 12, 19), datetime(2027, 3, 12, 17), timedelta(hours=1))
    3600.0
    """
    if submitted is None or due is None:
        return 0.0
    return max(0.0, (submitted - due - (extension or timedelta())).total_seconds())
