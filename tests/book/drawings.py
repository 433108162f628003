"""A chapter's still figure as a tree of elements, for the tests of what it draws."""

import xml.etree.ElementTree as ET

from kamlab.widgets.figure import Figure

SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: Figure) -> ET.Element:
    """The figure's picture."""
    return ET.fromstring(figure.picture)  # noqa: S314 - our own drawing
