"""Keeps a form's keys for the form: see ``static/keys.js``."""

from pathlib import Path

import anywidget

__all__ = ["FormKeys"]


class FormKeys(anywidget.AnyWidget):
    """An invisible part of a form that tells JupyterLab not to take its keys for shortcuts."""

    _esm = Path(__file__).parent / "static" / "keys.js"
