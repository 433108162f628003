"""A control for games: buttons, each press of which is a move that is kept with the others.

The shell has no state of its own, so the list of moves is the control's value: it is kept, sent and checked
like any other, and Python plays the whole game again for each view. What the controls stood at that a move
``carries`` is kept with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kamlab.widgets.controls import Control, Pressed


@dataclass(frozen=True)
class Button:
    """One button.

    Args:
        move: the name that its press has in the list of moves.
        label: its text.
        main: drawn as the one that is pressed most.
        clears: its press is no move: it empties the list.
    """

    move: str
    label: str
    main: bool = False
    clears: bool = False


@dataclass(frozen=True, kw_only=True)
class Moves:
    """Buttons, and the moves made with them.

    A view's ``can`` (see ``shell``) names the buttons that may be pressed; one press is answered before the
    next.

    Args:
        id: its name in the values.
        label: what the buttons are for.
        buttons: in the order shown.
        carries: other controls of the exercise, whose values a move takes along.
        most: the length of the list; the oldest moves go first.
        help: a sentence below the label.
    """

    id: str
    label: str
    buttons: tuple[Button, ...]
    carries: tuple[Control, ...] = ()
    most: int = 40
    help: str = ""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""
        buttons = [vars(button) for button in self.buttons]
        carries = [control.id for control in self.carries]
        return {"kind": "moves", **vars(self), "buttons": buttons, "carries": carries, "start": []}

    def clean(self, raw: object) -> list[Pressed]:
        """The latest moves in ``raw`` that are ours, each with usable values."""
        return list(self._usable(raw))[-self.most :] if isinstance(raw, list | tuple) else []

    def _usable(self, raw: list[object] | tuple[object, ...]) -> Iterator[Pressed]:
        known = {button.move for button in self.buttons if not button.clears}
        for one in raw:
            if isinstance(one, Mapping) and isinstance(one.get("move"), str) and one["move"] in known:
                values = one.get("values")
                given: Mapping[str, object] = values if isinstance(values, Mapping) else {}
                carried = {control.id: control.clean(given.get(control.id)) for control in self.carries}
                yield Pressed(move=one["move"], values=carried)
