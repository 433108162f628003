import asyncio
import gettext
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kamlab import i18n
from kamlab.errors import TranslationError
from kamlab.i18n import LANGUAGES, N_, Translator, language, translator, use

WORDS = {"Retaining customers": "维系顾客", "Keep {share} of accounts": "保留 {share} 的客户"}


def _write_catalogue(path: Path) -> None:
    catalogue = Catalog(locale="zh_CN")
    for english, chinese in WORDS.items():
        catalogue.add(english, chinese)
    with path.open("wb") as stream:
        write_mo(stream, catalogue)


@pytest.fixture(autouse=True)
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small Chinese catalogue in the place of the real one, and no language chosen."""
    path = tmp_path / "kamlab.mo"
    _write_catalogue(path)
    monkeypatch.setattr(i18n, "_CATALOGUES", {"zh": path})
    monkeypatch.setattr(i18n, "_loaded", {})
    monkeypatch.delenv("KAMLAB_LANG", raising=False)
    return path


def test_english_is_its_own_translation() -> None:
    assert translator("en")("Retaining customers") == "Retaining customers"


def test_chinese_comes_from_the_catalogue() -> None:
    assert translator("zh")("Retaining customers") == "维系顾客"


def test_chinese_sentences_follow_one_another_without_a_space() -> None:
    assert Translator("en").joined(["One.", "Two."]) == "One. Two."
    assert Translator("zh").joined(iter(["一。", "二。"])) == "一。二。"


def test_values_are_filled_in_after_translating() -> None:
    assert translator("zh")("Keep {share} of accounts", share="12 %") == "保留 12 % 的客户"
    assert translator("en")("Keep {share} of accounts", share="12 %") == "Keep 12 % of accounts"


def test_braces_stay_where_no_value_is_given() -> None:
    assert translator("en")("Keep {share} of accounts") == "Keep {share} of accounts"


def test_an_unknown_message_stays_english() -> None:
    assert translator("zh")("Never translated") == "Never translated"


def test_an_empty_message_is_not_the_catalogues_header() -> None:
    assert translator("zh")("") == ""


def test_english_is_spoken_unless_told_otherwise() -> None:
    assert language() == "en"
    assert translator().lang == "en"


def test_the_environment_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMLAB_LANG", "zh")
    assert translator()("Retaining customers") == "维系顾客"


def test_a_block_speaks_its_own_language_and_then_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMLAB_LANG", "zh")
    with use("en"):
        assert language() == "en"
        with use("zh"):
            assert language() == "zh"
        assert language() == "en"
    assert language() == "zh"


def test_a_block_that_fails_gives_the_language_back() -> None:
    def fail() -> None:
        with use("zh"):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert language() == "en"


def test_two_pages_at_once_each_keep_their_language() -> None:
    async def page(lang: str) -> str:
        with use(lang):
            await asyncio.sleep(0)
            return language()

    async def both() -> list[str]:
        return await asyncio.gather(page("en"), page("zh"))

    with ThreadPoolExecutor() as own_loop:  # the browser's tests keep one running in this thread
        assert own_loop.submit(lambda: asyncio.run(both())).result() == ["en", "zh"]


def test_a_translator_keeps_the_language_it_was_made_with() -> None:
    with use("zh"):
        kept = translator()
    assert (kept.lang, kept("Retaining customers")) == ("zh", "维系顾客")


@pytest.mark.parametrize("lang", ["de", "EN", "zh_CN", "../en"])
def test_a_language_that_the_course_does_not_have_is_named(lang: str) -> None:
    with pytest.raises(TranslationError, match=f"'{lang}' is not one of the course's: use en, zh"):
        Translator(lang)


def test_an_uncompiled_catalogue_is_named_with_the_command_that_makes_it(catalogue: Path) -> None:
    catalogue.unlink()
    with pytest.raises(TranslationError, match=r"kamlab\.mo is missing: run 'kamlab catalog compile'"):
        translator("zh")


def test_a_catalogue_is_read_once(catalogue: Path) -> None:
    translator("zh")
    catalogue.unlink()
    assert translator("zh")("Retaining customers") == "维系顾客"


def test_marking_a_message_changes_nothing() -> None:
    assert N_("Retaining customers") == "Retaining customers"


def test_every_language_but_english_has_a_catalogue() -> None:
    assert set(LANGUAGES) - {"en"} == set(i18n._CATALOGUES)


def test_the_small_catalogue_is_a_real_one(catalogue: Path) -> None:
    assert (
        gettext.GNUTranslations(io.BytesIO(catalogue.read_bytes())).gettext("Retaining customers")
        == "维系顾客"
    )
