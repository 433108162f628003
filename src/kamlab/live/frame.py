"""The words and links of the frame around every page, in the page's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kamlab.i18n import LANGUAGES, N_, translator

_UNIT = re.compile(r"u\d\d")
TAGS = {"en": "en", "zh": "zh-CN"}
#: What a file of the theme is kept for; everything else that the extensions bring is left out.
STYLES = ("pygments.css", "sphinx-design.min.css", "site.css")
SCRIPTS = (
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    "translations.js",
    "design-tabs.js",
)

BOOK_TITLE = N_("Beyond Key Accounts")
WORDS = {
    "anchor": N_("Link to this place"),
    "dark": N_("Dark colours"),
    "licence": N_("Text and pictures: CC BY 4.0. Code: MIT. The firms and their figures are invented."),
    "next": N_("Next"),
    "on_page": N_("On this page"),
    "pages": N_("Pages of the course"),
    "previous": N_("Previous"),
    "search": N_("Search"),
    "search_label": N_("Search the course"),
    "search_noscript": N_("The search needs scripts, which are switched off in this browser."),
    "skip": N_("Skip to the text"),
    "start": N_("Start"),
    "table": N_("Table, can be scrolled"),
    "turn": N_("Neighbouring pages"),
}


@dataclass(frozen=True)
class OtherLanguage:
    """The same page in the other language.

    Attributes:
        key: the key of ``kamlab.i18n.LANGUAGES``.
        tag: the language tag for HTML.
        name: the language's name in itself.
        href: the relative link.
    """

    key: str
    tag: str
    name: str
    href: str


def words(lang: str) -> dict[str, str]:
    """The frame's words in ``lang``."""
    t = translator(lang)
    return {name: t(text) for name, text in WORDS.items()}


def other_language(lang: str, page: str) -> OtherLanguage:
    """Where ``page`` (its name without ``.html``) is in the language that is not ``lang``.

    >>> other_language("en", "u01").href
    '../zh/u01.html'
    >>> other_language("zh", "notes/u01").href
    '../../en/notes/u01.html'
    """
    key = next(key for key in LANGUAGES if key != lang)
    up = "../" * (page.count("/") + 1)
    return OtherLanguage(key, TAGS[key], LANGUAGES[key], f"{up}{key}/{page}.html")


def with_numbers(page_list: str, page: str) -> str:
    """The list of pages, as ``page`` shows it, with the number of each unit before its title.

    >>> with_numbers('<a href="../u03.html">Three</a> <a href="u01.html">Note</a>', "trainers/u02")
    '<a href="../u03.html"><span class="unit-number">3</span> Three</a> <a href="u01.html">Note</a>'
    """
    own = '|aria-current="page" href="#"(?=>)' if _UNIT.fullmatch(page) else ""
    link = re.compile(rf'<a [^>]*?(?:href="{"../" * page.count("/")}(u\d\d)\.html"{own})>')
    return link.sub(
        lambda found: f'{found[0]}<span class="unit-number">{int((found[1] or page)[1:])}</span> ', page_list
    )


def live_folder(page: str, build: str) -> str:
    """The relative folder of the page loader's ``build`` seen from ``page``; empty without a build."""
    return f"{'../' * (page.count('/') + 1)}_live/{build}/" if build else ""


def context(lang: str, page: str, title: str) -> Mapping[str, object]:
    """What the page template needs, apart from what Sphinx gives it."""
    book = translator(lang)(BOOK_TITLE)
    return {
        "lang_tag": TAGS[lang],
        "ui": words(lang),
        "other": other_language(lang, page),
        "book_title": book,
        "page_title": f"{title} · {book}" if title and title != book else book,
    }
