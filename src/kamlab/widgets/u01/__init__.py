"""The exercises of unit 1: which customers decide our future."""

from kamlab.widgets.u01.lifetime_value import exercise as lifetime_value

__all__ = ["lifetime_value"]
