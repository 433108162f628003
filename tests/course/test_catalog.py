import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from click.testing import CliRunner

from kamlab.course import catalog, catalogues, chapters
from kamlab.course.messages import messages
from kamlab.errors import CourseError, TranslationError


def made(**texts: str) -> Catalog:
    catalogue = Catalog(locale="zh_CN")
    for english, chinese in texts.items():
        catalogue.add(english, chinese)
    return catalogue


def test_messages_are_found_wherever_the_rules_say() -> None:
    source = """
t("plain")
self.t("of an object {x}", x=1)
LABEL = N_("declared")
raise SiteError("of an error {path}: mend it.", path=1)
TEMPLATE = "of a template"
t("in two " "parts")
"""
    assert list(messages(source)) == [
        "plain",
        "of an object {x}",
        "declared",
        "of an error {path}: mend it.",
        "of a template",
        "in two parts",
    ]


def test_what_is_not_a_message_is_left_alone() -> None:
    assert list(messages('print("x"); t(name); raise ModelError("rate", 2, "0 to 1"); t()')) == []


def test_a_catalogue_survives_being_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "words.po"
    assert catalogues.write(made(one="一", two="二"), path)
    assert catalogues.ids(catalogues.read(path)) == {"one", "two"}


def test_writing_the_same_again_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.po"
    catalogues.write(made(one="一"), path)
    assert not catalogues.write(made(one="一"), path)


def test_the_same_texts_compile_to_the_same_bytes_at_any_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "words.po"
    catalogues.write(made(profit="利润"), source)
    catalogues.compile_to(source, tmp_path / "now.mo")
    dated = catalogues.read(source)
    dated.creation_date = datetime(2031, 5, 6, 7, 8, tzinfo=UTC)
    monkeypatch.setattr(catalogues, "read", lambda _: dated)
    catalogues.compile_to(source, tmp_path / "later.mo")
    assert (tmp_path / "now.mo").read_bytes() == (tmp_path / "later.mo").read_bytes()


def test_a_new_text_is_added_and_an_old_one_goes() -> None:
    catalogue = catalogues.brought_in_step(made(old="旧", kept="留"), made(kept="", fresh=""))
    assert catalogues.ids(catalogue) == {"kept", "fresh"}
    assert catalogue["kept"].string == "留"


def test_a_changed_text_keeps_its_translation_for_review() -> None:
    old = Catalog(locale="zh_CN")
    old.add("Keep {share} of all the accounts", "保留 {share} 的客户")
    template = Catalog()
    template.add("Keep {share} of the accounts")
    catalogue = catalogues.brought_in_step(old, template)
    assert [problem.split(":")[0] for problem in catalogues.problems(catalogue)] == ["fuzzy"]


def test_numbers_and_symbols_translate_themselves() -> None:
    template = Catalog()
    for text in ("12.5 %", "$r^2$", "`account_id`", "words"):
        template.add(text)
    catalogue = catalogues.brought_in_step(made(), template)
    assert list(catalogues.problems(catalogue)) == ["untranslated: words"]


def test_a_lost_field_is_reported() -> None:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("Keep {share}", "保留 {shares}")
    assert list(catalogues.problems(catalogue)) == ["fields differ ['share', 'shares']: Keep {share}"]


def test_a_role_that_went_missing_in_a_chapter_is_reported() -> None:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("See {doc}`u01` and $\\frac{1}{2}$.", "见第一单元与 $\\frac{1}{2}$。")
    assert any("fields differ" in problem for problem in catalogues.problems(catalogue))


def test_a_text_missing_from_or_foreign_to_the_catalogue_is_reported() -> None:
    found = list(catalogues.problems(made(old="旧"), made(fresh="")))
    assert found == ["missing: fresh", "no longer in the source: old"]


def test_translations_fill_only_what_they_name_and_clear_the_doubt() -> None:
    catalogue = made(one="", two="二")
    catalogue["one"].flags.add("fuzzy")
    assert catalogues.fill(catalogue, {"one": "一", "three": "三"}) == 1
    assert (catalogue["one"].string, catalogue["one"].fuzzy) == ("一", False)


@pytest.mark.parametrize("content", [b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', b"\x89PNG"])
def test_a_damaged_catalogue_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "words.po"
    path.write_bytes(content)
    with pytest.raises(TranslationError, match=r"words\.po is not a readable catalogue"):
        catalogues.read(path)


def test_translations_are_read_from_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"one": "一"}), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"two": "二"}), encoding="utf-8")
    assert catalog.read_translations((tmp_path,)) == {"one": "一", "two": "二"}


@pytest.mark.parametrize("content", ["[1]", "{", '{"one": 1}'])
def test_a_file_that_is_no_translation_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(TranslationError, match=r"bad\.json is not one JSON object"):
        catalog.read_translations((tmp_path / "bad.json",))


def test_translations_can_be_kept_to_one_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = catalog.book_folder(tmp_path)
    pages = {home / "data.po": made(Unit=""), home / "trainers" / "u01.po": made(Unit="")}
    monkeypatch.setattr(catalog, "book_templates", lambda _root: pages)
    catalog.update_book(tmp_path, {"Unit": "单元"}, page="trainers/u01")
    assert catalogues.read(home / "trainers" / "u01.po")["Unit"].string == "单元"
    assert catalogues.read(home / "data.po")["Unit"].string == ""
    catalog.update_book(tmp_path, {"Unit": "单位"})
    assert catalogues.read(home / "data.po")["Unit"].string == "单位"


def test_outside_the_course_the_commands_say_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="is not inside the course"):
        chapters.project_root(tmp_path)


def test_the_package_s_own_catalogue_is_complete_and_in_step() -> None:
    result = CliRunner().invoke(catalog.catalog, ["check", "--no-book"])
    assert result.exit_code == 0, result.output


def test_the_chapters_catalogues_are_complete_and_in_step() -> None:
    root = chapters.project_root(Path(__file__).parent)
    found = {
        path.name: list(catalogues.problems(catalogues.read(path), template))
        for path, template in catalog.book_templates(root).items()
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_complaints_of_sphinx_are_told_without_colours_or_jupyter_s_own_frames() -> None:
    said = (
        "Kernel is running\n\x1b[91mu01.md:3: WARNING: Executing failed\n"
        "Traceback (most recent call last):\n  File client.py\n"
        "nbclient.exceptions.CellExecutionError: x\n1 / 0\n"
    )
    assert chapters.complaints(said) == "u01.md:3: WARNING: Executing failed\n1 / 0"


@pytest.mark.parametrize("there", [True, False])
def test_a_catalogue_goes_with_its_page_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    monkeypatch.setattr(catalog, "book_templates", lambda _root: {})
    texts = catalog.book_folder(tmp_path) / "u99.po"
    texts.parent.mkdir(parents=True)
    texts.write_text("", encoding="utf-8")
    if there:
        (tmp_path / "book" / "u99.md").write_text("# A page that the contents leave out\n", encoding="utf-8")
    catalog.update_book(tmp_path, {})
    assert texts.exists() == there
