from attack import Attack
from pieces import WIRE

_TEXT = """
result = {"output_type": "execute_result", "data": {"text/plain": "3.0"}, "metadata": {}}
cells = [[place, [result]] for place in range(9)]
words = {"refused": "no walls", "cells": cells, "notes": [], "gone": "", "ready": True, "missing": False}
for _ in range(9): frame({**words, "value": 3.0, "outputs": [result], "raised": None})
"""
ATTACK = Attack(
    "the answer of the trusted process, sent by hers",
    figure=WIRE + _TEXT,
    points={"pick": 2.0},
    reason="total-test: The check stopped with TypeError",
)
