"""What a submission says is shown to trainers and trainees as text: nothing of it acts in their browsers."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
import target
from attack import Attack
from door import Door
from kinds import ATTACKS
from markup import live
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from test_attacks import grade, hand_in

_NAMES = [name for name in ATTACKS if name.startswith("markup_")]
# commands of MathJax that make links, change how a page looks, or load more commands
_TEX = re.compile(
    r"\\(href|url|require|class|style|cssId|unicode|mmlToken|bbox|data|html\w*|includegraphics)\b"
)


def pages(out: Path, trainee: str) -> list[str]:
    """The notebooks of ``trainee`` as formgrader and nbconvert show them."""
    exporter = HTMLExporter(template_name="classic")
    found = (out / step / trainee / "u01" / "case.ipynb" for step in ("submitted", "autograded"))
    return [exporter.from_filename(path)[0] for path in found]


@pytest.mark.parametrize("name", _NAMES)
def test_markup_of_a_submission_is_text_wherever_it_is_shown(
    name: str, course: Path, submitted: Path, door: Door
) -> None:
    hand_in(ATTACKS[name], course, submitted, door)
    out = course / "build" / "nbgrader"

    grade(course, submitted, ATTACKS[name].seconds)

    for hers, honest in zip(pages(out, "mallory"), pages(out, "next"), strict=True):
        ours = set(live(honest))  # what nbconvert itself puts on each page
        assert [each for each in live(hers) if each not in ours] == []
    notebook = json.loads((out / "autograded" / "mallory" / "u01" / "case.ipynb").read_bytes())
    texts = ["".join(each["source"]) for each in notebook["cells"] if each["cell_type"] != "code"]
    assert [found for text in texts for found in _TEX.findall(text)] == []


@pytest.mark.parametrize("name", _NAMES)
def test_markup_of_a_submission_is_text_in_nbgraders_comments(
    name: str, course: Path, submitted: Path, door: Door
) -> None:
    hand_in(ATTACKS[name], course, submitted, door)

    grade(course, submitted, ATTACKS[name].seconds)

    with sqlite3.connect(course / "build" / "nbgrader" / "gradebook.db") as book:
        comments = [text for (text,) in book.execute("select auto_comment from comment") if text]
    assert [live(markdown2html(text)) for text in comments] == [[] for _ in comments]


def test_markup_that_is_live_would_be_found() -> None:
    page = "<p onclick=x>a</p><a href=' java\tscript:1'>b</a><img src=//c><script>d</script><a href='http://e'>f</a>"

    assert live(page) == [
        "<p onclick='x'>",
        "<a href=' java\\tscript:1'>",
        "<img src='//c'>",
        "<script>",
    ]


def test_the_honest_submission_shows_nothing_live_of_its_own(
    course: Path, submitted: Path, door: Door
) -> None:
    hand_in(Attack("nothing", **target.HONEST), course, submitted, door)

    grade(course, submitted, seconds=3)

    page = (course / "build" / "nbgrader" / "feedback" / "mallory" / "u01" / "feedback.html").read_text(
        "utf-8"
    )
    assert live(page) == []
