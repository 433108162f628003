from attack import Attack

ATTACK = Attack(
    "lists in lists until the reader's stack overflows",
    notebook=b'{"nbformat": 4, "cells": ' + b"[" * 1_000_000,
    reason="it is damaged",
)
