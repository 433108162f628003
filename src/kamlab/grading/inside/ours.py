"""Cells of ours, compiled outside: how either process runs them."""

import signal
import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any

from kamlab.grading.inside.shell import Shell, Stream, show_error

__all__ = ["listen", "run_ours"]


def listen(shell: Shell) -> None:
    """Let ``shell`` keep what is printed, and let an alarm end the cell that runs."""
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    signal.signal(signal.SIGALRM, _too_long)


def run_ours(
    step: Mapping[str, Any], names: dict[str, Any], shell: Shell, seconds: float, *, show: bool = True
) -> list[dict[str, Any]]:
    """Run one cell of ours among ``names``; its outputs.

    Args:
        step: ``body`` and ``last`` of it as code, either None.
        names: what cells before it made; it adds its own.
        shell: keeps what the cell shows.
        seconds: what it may take.
        show: False where nobody looks at the value of its last line.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        if step["body"] is not None:
            exec(step["body"], names)  # noqa: S102 - the author's own code
        value = eval(step["last"], names) if step["last"] is not None else None  # noqa: S307 - the same
        if value is not None and show:
            _show(value, shell)
    except BaseException as error:  # noqa: BLE001 - whatever a test raises is its result
        show_error(shell.outputs, type(error), error, error.__traceback__)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return shell.outputs.take()


def _show(value: object, shell: Shell) -> None:
    data, _ = shell.display_formatter.format(value)  # type: ignore[union-attr]  # this shell has one
    shell.outputs.add({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1})


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError("The cell took longer than it may.")
