from attack import Attack

_TEXT = """
from unittest import mock
figure = mock.ANY
"""
ATTACK = Attack(
    "the standard library's object that equals everything",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no data but _ANY",
)
