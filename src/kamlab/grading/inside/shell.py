"""An IPython shell without a kernel: runs cells, and keeps what they show as outputs, within limits."""

import io
import traceback
from types import TracebackType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from kamlab.depth import deeper

__all__ = ["Outputs", "Shell", "make_shell", "show_error"]

TEXT = 200_000  # characters that one cell may print
SHOWN = 2_000_000  # characters of everything that one cell shows
_KINDS = {"text/plain", "image/png", "image/jpeg"}
MARK = "application/vnd.kamlab.mark+json"  # as ``answers.marks`` has it, which takes long to import
_LEVELS = 4  # lists and tables inside one another in a mark
_FRAMES = 12
_WORDS = 2_000  # characters of an error's message


class Outputs:
    """What one cell printed and showed, as far as it is kept."""

    def __init__(self) -> None:
        self.items: list[dict[str, Any]] = []
        self._left = {"text": TEXT, "shown": SHOWN}

    def take(self) -> list[dict[str, Any]]:
        """Everything so far; the next cell starts anew."""
        taken = self.items
        self.__init__()  # type: ignore[misc]  # the same start for each cell
        return taken

    def write(self, name: str, text: str) -> None:
        """Add printed text, cut off where the limit is reached."""
        kept = text[: self._left["text"]]
        self._left["text"] -= len(kept)
        last = self.items[-1] if self.items else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += kept
        elif kept:
            self.items.append({"output_type": "stream", "name": name, "text": kept})

    def add(self, output: dict[str, Any]) -> None:
        """Add a display or a result, unless the cell has shown too much."""
        output["data"] = {kind: of for kind, of in output["data"].items() if _is_kept(kind, of)}
        size = sum(len(str(value)) for value in output["data"].values())
        if size <= self._left["shown"]:
            self._left["shown"] -= size
            self.items.append(output)


def _is_kept(kind: object, value: object) -> bool:
    """What of an output anyone looks at later: text, pictures, and a mark no deeper than marks are."""
    if kind == MARK:
        return isinstance(value, dict) and not deeper(value, _LEVELS)
    return kind in _KINDS and isinstance(value, str)


class Stream(io.TextIOBase):
    """Standard output or error as a cell sees it.

    Args:
        name: ``"stdout"`` or ``"stderr"``.
        outputs: where the text goes.
    """

    encoding = "utf-8"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name, self._outputs = name, outputs

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, text: str) -> int:
        """Keep ``text`` within the limits."""
        self._outputs.write(self.name, text)
        return len(text)


class _Publisher(DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, *_rest: Any, **_options: Any) -> None:  # noqa: ANN401 - IPython's
        del metadata
        self.shell.outputs.add({"output_type": "display_data", "data": dict(data), "metadata": {}})

    def clear_output(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002 - IPython's signature
        del wait


class _Hook(DisplayHook):
    def write_output_prompt(self) -> None:
        """There is no terminal."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: object = None) -> None:
        del md_dict
        result = {"output_type": "execute_result", "data": dict(format_dict), "metadata": {}}
        shell = self.shell
        assert isinstance(shell, Shell)  # noqa: S101 - the only shell that has this hook
        shell.outputs.add(result | {"execution_count": self.prompt_count})


class Shell(InteractiveShell):
    """IPython's shell with our outputs."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)

    def __init__(self, **traits: object) -> None:
        self.outputs = Outputs()
        super().__init__(**traits)

    def init_io(self) -> None:
        """There is no terminal."""

    def enable_gui(self, gui: object = None) -> None:
        """There is no window to draw in; pictures go into the outputs."""
        del gui

    def showtraceback(self, exc_tuple: Any = None, *_rest: object, **_options: object) -> None:  # noqa: ANN401 - IPython's
        """Keep the error; IPython's own formatting takes fifty times as long."""
        kind, error, trace = exc_tuple if exc_tuple and exc_tuple[0] else self._get_exc_info()
        show_error(self.outputs, kind, error, trace)

    def showsyntaxerror(self, *_rest: object, **_options: object) -> None:
        """Keep the error."""
        self.showtraceback()

    def _format_exception_for_storage(self, *_rest: object, **_options: object) -> list[str]:
        return []


def show_error(
    outputs: Outputs, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Keep an error as an output; an error whose own words fail is kept without them."""
    try:
        said = str(error)[:_WORDS]
        lines = traceback.format_exception(kind, error, trace, limit=-_FRAMES)
    except Exception:  # noqa: BLE001 - a trainee's exception class may do anything
        said, lines = "(its message cannot be shown)", []
    shown = {"ename": kind.__name__[:_WORDS], "evalue": said, "traceback": [line[:_WORDS] for line in lines]}
    outputs.items.append({"output_type": "error", **shown})


def make_shell() -> Shell:
    """The one shell of this process, without history on the disk."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    shell: Shell = Shell.instance(config=config)
    formatters = shell.display_formatter.formatters  # type: ignore[union-attr]  # this shell has one
    for kind, formatter in formatters.items():
        formatter.enabled = kind in _KINDS  # nobody looks at any other form
    return shell
