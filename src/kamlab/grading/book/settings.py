"""The trainer's nbgrader_config.py, read as nbgrader reads it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traitlets.config.loader import Config, PyFileConfigLoader

from kamlab.errors import GradingError

__all__ = ["beside", "configured_database", "load_settings", "unusable"]


def load_settings(path: Path) -> Config:
    """What ``path`` sets; nothing when there is no such file.

    Raises:
        GradingError: it cannot be read.
    """
    if not path.exists():
        return Config()
    try:
        with beside(path):
            settings: Config = PyFileConfigLoader(path.name, path=str(path.parent)).load_config()
    except Exception as error:
        raise unusable(path, error) from error
    return settings


def configured_database(path: Path) -> str:
    """The gradebook's address that ``path`` sets; empty when it sets none.

    Raises:
        GradingError: it cannot be read.
    """
    course = load_settings(path).get("CourseDirectory", {})
    return str(course.get("db_url", "") or "")


def unusable(path: Path, error: Exception) -> GradingError:
    """The error to raise about ``path``."""
    return GradingError(
        "{config} cannot be used ({detail}): mend it, or move it away to get a new one.",
        config=path,
        detail=f"{type(error).__name__}: {error}",
    )


@contextmanager
def beside(config: Path) -> Iterator[None]:
    """A plugin may lie beside the configuration, where nbgrader, started there, finds it too."""
    folder = str(config.parent)
    sys.path.append(folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
