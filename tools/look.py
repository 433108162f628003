"""Fetch what a running course serves, as a first reader would: usage ``look.py LOG`` of ``make course``.

Reads the addresses that were printed, asks for the pages behind them and fails when one is missing or empty.
"""

import re
import sys
import urllib.request
from pathlib import Path

PAGES = {
    "": "zh/",
    "en/u01.html": "Which customers decide our future",
    "zh/u01.html": "客户",
}


def main(log: Path) -> int:
    """Check every page; return the number of those that are wrong."""
    text = log.read_text(encoding="utf-8")
    site, formgrader = address(text, "Course"), address(text, "Formgrader")
    wrong = [page for page, word in PAGES.items() if word not in fetch(f"{site}{page}")]
    if "formgrader" not in fetch(formgrader):
        wrong.append(formgrader)
    for page in wrong:
        sys.stdout.write(f"not as expected: {page}\n")
    sys.stdout.write(f"looked at {len(PAGES) + 1} pages, {len(wrong)} wrong\n")
    return len(wrong)


def address(text: str, name: str) -> str:
    """The loopback address on the log's line that names ``name``."""
    lines = (line for line in text.splitlines() if name in line)
    found = next(
        filter(None, (re.search(r"http://(127\.0\.0\.1|localhost):\d+\S*", line) for line in lines)), None
    )
    if found is None:
        sys.exit(f"{name}: no address was printed")
    return found.group()


def fetch(url: str) -> str:
    """What stands at ``url``."""
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - an address that we print ourselves
        return answer.read().decode("utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
