"""The warmed process's practice with pandas."""

import warnings

from kamlab.grading.inside.practice import practise


def test_the_practice_does_only_what_pandas_accepts_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        practise()
