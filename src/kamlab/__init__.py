"""A training course in key account and value management, as software."""

__version__ = "0.1.0"
