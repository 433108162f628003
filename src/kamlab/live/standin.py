"""The few names of IPython that ipywidgets and the exercises import, for a worker that has no IPython.

IPython with what it pulls in would add seconds to a page's start and megabytes to its transfer; the worker
has neither a shell nor an output area. Where IPython is installed, nothing here is used.
"""

import sys
from importlib.util import find_spec
from types import ModuleType

__all__ = ["HTML", "Shell", "install"]


class Shell:
    """What ``get_ipython`` returns: a shell that lets an exception through instead of printing it.

    ipywidgets hands exceptions of callbacks to the shell; the page must hear of them.
    """

    def showtraceback(self) -> None:
        """Raise the exception that is being handled again."""
        error = sys.exception()
        if error is not None:
            raise error


class HTML:
    """Markup for ``display``; kept, never shown: the page has its picture already.

    Args:
        data: the markup.
    """

    def __init__(self, data: str = "") -> None:
        self.data = data


_SHELL = Shell()


def get_ipython() -> Shell:
    """Return the only shell."""
    return _SHELL


def display(*objects: object, **options: object) -> None:
    """Show nothing: widgets reach the page through their comms."""


def clear_output(*, wait: bool = False) -> None:
    """Clear nothing: there is no output area."""


def install() -> None:
    """Register the stand-in modules, unless IPython itself can be imported."""
    if "IPython" in sys.modules or find_spec("IPython") is not None:
        return
    root = _module("IPython", get_ipython=get_ipython, display=display)
    root.__path__ = []  # marks it as a package
    _module("IPython.display", HTML=HTML, display=display, clear_output=clear_output)
    core = _module("IPython.core")
    core.__path__ = []
    _module("IPython.core.interactiveshell", InteractiveShell=Shell)


def _module(name: str, **names: object) -> ModuleType:
    module = ModuleType(name, "A stand-in of kamlab.live.")
    vars(module).update(names)
    sys.modules[name] = module
    return module
