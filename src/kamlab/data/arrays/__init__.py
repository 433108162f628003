"""The same ledger drawn in whole columns by numpy: a third of the time, where numpy is at hand.

A grader draws a ledger for every trainee; the browser draws one for a page, has no numpy, and uses the
modules above this folder. Those say what a ledger is. What stands here returns the same to the last digit,
which tests hold it to, and takes from there whatever is drawn only a few times.
"""

from kamlab.data.arrays.generate import generate

__all__ = ["generate"]
