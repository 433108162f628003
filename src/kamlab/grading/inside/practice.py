"""Practice for the warmed process: what most cells ask of pandas, done once before any of them.

pandas and the interpreter look many things up at their first use, and keep them. Each submission's processes
would do that anew.
"""

import pandas as pd

from kamlab.grading.inside.values import decode, encode

__all__ = ["practise"]


def practise() -> None:
    """Group, match, filter and send a small table of nothing."""
    table = _table()
    _group(table)
    _match(table)
    decode(encode(table["value"]))


def _table() -> pd.DataFrame:
    days = pd.to_datetime(["2024-01-02", "2025-02-03", "2024-03-04", "2025-01-01"])
    table = pd.DataFrame({"key": ["a", "b", "a", "c"], "count": [1, 2, 3, 4], "value": [0.5, 1.5, 2.5, 3.5]})
    return table.assign(day=days, year=days.year, month=pd.Series(days).dt.month)


def _group(table: pd.DataFrame) -> None:
    table.groupby("key")["value"].mean()
    table["value"].groupby(table["key"]).sum()
    table.groupby(["key", "month"]).size().unstack(fill_value=0)  # noqa: PD010 - as trainees write it


def _match(table: pd.DataFrame) -> None:
    by_key = table.drop_duplicates("key").set_index("key")
    by_key.sort_values("count").reset_index().head()
    by_key["value"].sub(by_key["count"] * 2, fill_value=0).round(2).to_dict()
    (by_key["value"].gt(1) & (by_key["count"] > 1)).astype(int)
    table[table["count"] > 1]["value"].sum() / table["count"].sum()
