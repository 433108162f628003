"""The list of all exercises on the progress page, as it is built."""

import json
import re
from pathlib import Path

import pytest

from kamlab.course.outline import load_outline
from kamlab.i18n import LANGUAGES, translator
from kamlab.live.progress import WORDS, file_html, parts, table_html
from kamlab.widgets import everything

ROOT = Path(__file__).parents[2]
every = pytest.mark.parametrize("lang", LANGUAGES)


def page(lang: str) -> str:
    t = translator(lang)
    return table_html(parts(ROOT, t), t)


@every
def test_every_exercise_and_quiz_of_the_course_is_listed_once_with_its_version(lang: str) -> None:
    rows = re.findall(r'<tr data-exercise="([^"]+)" data-version="(\d+)">', page(lang))
    course = [(one.exercise_id, str(one.version)) for exercises in everything().values() for one in exercises]
    assert rows == course


@every
def test_each_line_leads_to_the_place_of_its_exercise(lang: str) -> None:
    for unit, exercises in everything().items():
        for one in exercises:
            assert f'href="{unit}.html#{one.exercise_id}"' in page(lang)


@every
def test_units_stand_in_the_course_s_order_under_their_titles(lang: str) -> None:
    found = [one for one in parts(ROOT, translator(lang)) if one.number]
    outline = load_outline(ROOT)
    assert [one.number for one in found] == sorted(one.number for one in found)
    assert [one.title for one in found] == [
        outline.units[one.number - 1].title.in_language(lang) for one in found
    ]


@every
def test_what_stands_beside_the_units_has_its_own_heading_at_the_end(lang: str) -> None:
    t = translator(lang)
    *taught, last = parts(ROOT, t)
    assert all(one.number for one in taught)
    assert (last.number, last.title, last.href) == (None, t("Beside the units"), "game.html")
    assert f'<a href="game.html">{t("Beside the units")}</a>' in page(lang)


@every
def test_the_script_gets_its_words_in_the_page_s_language(lang: str) -> None:
    t = translator(lang)
    found = re.search(r'data-words="([^"]+)"', page(lang))
    assert found is not None
    assert json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'")) == {
        name: t(text) for name, text in WORDS.items()
    }


def test_nothing_is_started_before_the_script_has_looked() -> None:
    assert page("en").count("○ Not started</td>") == page("en").count("<tr data-exercise")


def test_without_scripts_no_dead_button_is_shown() -> None:
    assert file_html(translator("en")).startswith('<div class="progress-file" hidden="hidden">')
