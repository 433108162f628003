from pathlib import Path

from kamlab.live.search import CourseChinese, terms


def glossary(folder: Path, *lines: str) -> Path:
    path = folder / "glossary.csv"
    path.write_text("\n".join(("en,zh,concept", *lines)), encoding="utf-8")
    return path


def test_terms_come_from_the_glossary_once_each(tmp_path: Path) -> None:
    path = glossary(
        tmp_path, "Key account,大客户,", "Account,客户,", "The same,大客户,", "Short,客,", "Empty,,"
    )
    assert terms(path) == ("大客户", "客户")


def test_a_book_without_glossary_has_no_terms(tmp_path: Path) -> None:
    assert terms(tmp_path / "none.csv") == ()


def test_a_term_is_one_word_even_inside_a_longer_one(tmp_path: Path) -> None:
    language = CourseChinese(
        {"glossary": str(glossary(tmp_path, "Key account,大客户,", "Distinctive,特色能力,"))}
    )
    words = language.split("大客户营销管理靠特色能力维系顾客")
    assert {"大客户", "特色能力", "维系", "顾客"} <= set(words)


def test_english_words_in_a_chinese_page_are_found_too(tmp_path: Path) -> None:
    language = CourseChinese({"glossary": str(glossary(tmp_path))})
    assert "Nordlys" in language.split("客户 Nordlys 很大")
