"""What makes a form of ipywidgets fit for use: ``static/keys.js`` and ``static/form.css``."""

from pathlib import Path

import anywidget
import ipywidgets as widgets

__all__ = ["FormKeys", "framed"]

_STATIC = Path(__file__).parent / "static"


class FormKeys(anywidget.AnyWidget):
    """An invisible part of a form: JupyterLab leaves the form its keys, and long options wrap."""

    _esm = _STATIC / "keys.js"
    _css = _STATIC / "form.css"


def framed(*parts: widgets.Widget) -> widgets.VBox:
    """``parts`` one below the other, as a form."""
    box = widgets.VBox([FormKeys(), *parts])
    box.add_class("kamlab-form")
    return box
