"""``kamlab catalog``: keeps the Chinese in step with the English.

Three kinds of catalogue: the package's words (``src/kamlab/locale``), the chapters (``book/locale``, whose
template Sphinx extracts) and the cases (``solutions/locale``, kept in step by ``kamlab release``).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from babel.messages.catalog import Catalog
from rich.console import Console

from kamlab.course import catalogues, chapters
from kamlab.course.messages import source_messages
from kamlab.errors import TranslationError

PACKAGE = Path(__file__).parents[1]
WORDS = PACKAGE / "locale" / catalogues.LOCALE / "LC_MESSAGES" / "kamlab.po"
console = Console(stderr=True, highlight=False)


@click.group()
def catalog() -> None:
    """Keep the Chinese translations in step with the English sources."""


@catalog.command()
def extract() -> None:
    """Write the template of the package's words (kamlab.pot, not committed)."""
    target = WORDS.parents[2] / "kamlab.pot"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(catalogues.as_text(source_messages(PACKAGE)))
    console.print(f"Wrote {target}")


@catalog.command()
@click.option("--from", "sources", type=click.Path(exists=True, path_type=Path), multiple=True,
              help="JSON file of English to Chinese, or a folder of them.")  # fmt: skip
@click.option("--book/--no-book", default=True, help="Whether to bring the chapters in step as well.")
def update(sources: tuple[Path, ...], *, book: bool) -> None:
    """Bring the catalogues in step with the sources and merge translations from JSON files."""
    translations = read_translations(sources)
    _update_one(WORDS, source_messages(PACKAGE), translations)
    if book:
        update_book(chapters.project_root(), translations)
    compile_words()


@catalog.command("book")
@click.option("--from", "sources", type=click.Path(exists=True, path_type=Path), multiple=True,
              help="JSON file of English to Chinese, or a folder of them.")  # fmt: skip
@click.option(
    "--page", help="Merge them into this page only, such as 'models': one word can mean two things."
)
def book_command(sources: tuple[Path, ...], page: str | None) -> None:
    """Bring the chapters' catalogues (book/locale) in step with the chapters."""
    update_book(chapters.project_root(), read_translations(sources), page)


@catalog.command("compile")
def compile_command() -> None:
    """Compile the package's words for use (kamlab.mo)."""
    compile_words()


@catalog.command()
@click.option("--book/--no-book", default=True, help="Whether to check the chapters as well.")
def check(*, book: bool) -> None:
    """Fail when a text is missing, untranslated, fuzzy, or lost a field on the way."""
    found = dict(_found(book=book))
    for name, lines in found.items():
        console.print(f"[bold]{name}[/]: {len(lines)} to mend")
        for line in lines:
            console.print(f"  {line}", markup=False)
    if found:
        raise TranslationError(
            "{count} texts need work (listed above): run 'kamlab catalog update', then translate them.",
            count=sum(map(len, found.values())),
        )
    console.print("[green]Every catalogue is complete and in step.[/]")


def compile_words() -> None:
    """Compile the package's catalogue beside itself."""
    catalogues.compile_to(WORDS, WORDS.with_suffix(".mo"))


def update_book(root: Path, translations: dict[str, str], page: str | None = None) -> None:
    """Bring every chapter's catalogue in step with its chapter and merge ``translations``.

    Args:
        root: the project's folder.
        translations: English to Chinese.
        page: the one page to merge them into, or None for all.
    """
    with console.status("Reading the chapters"):
        templates = book_templates(root)
    for path, template in templates.items():
        wanted = page in {None, path.relative_to(book_folder(root)).with_suffix("").as_posix()}
        _update_one(path, template, translations if wanted else {})
    for path in sorted(book_folder(root).rglob("*.po")):
        if path not in templates and not _page_of(path, root).exists():
            path.unlink()
            console.print(f"{path.name}: removed, its page is gone")


def _page_of(path: Path, root: Path) -> Path:
    """The page that the catalogue ``path`` translates: as long as it is there, so are its texts."""
    return (root / "book" / path.relative_to(book_folder(root))).with_suffix(".md")


def book_folder(root: Path) -> Path:
    """The folder of the chapters' Chinese catalogues."""
    return root / chapters.CHAPTERS / "locale" / catalogues.LOCALE / "LC_MESSAGES"


def book_templates(root: Path) -> dict[Path, Catalog]:
    """The chapters' templates, fresh from Sphinx, by the path of the catalogue that translates each."""
    home = book_folder(root)
    with (
        TemporaryDirectory() as folder
    ):  # each run its own: a template that another run clears would cost texts
        out = Path(folder) / "gettext"
        chapters.run(chapters.Run(root, "gettext", "en", out))
        found = sorted(out.rglob("*.pot"))
        return {home / path.relative_to(out).with_suffix(".po"): catalogues.read(path) for path in found}


def read_translations(sources: tuple[Path, ...]) -> dict[str, str]:
    """The union of the JSON files ``sources`` (a folder stands for the files in it).

    Raises:
        TranslationError: a file is not one JSON object of texts.
    """
    files = [file for path in sources for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    return {english: chinese for file in files for english, chinese in _read_json(file).items()}


def _read_json(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        content = None
    if not isinstance(content, dict) or not all(isinstance(text, str) for text in content.values()):
        raise TranslationError(
            "{path} is not one JSON object of English to Chinese texts: mend the file.", path=path
        )
    return content


def _update_one(path: Path, template: Catalog, translations: dict[str, str]) -> None:
    catalogue = catalogues.brought_in_step(catalogues.read(path), template)
    catalogues.fill(catalogue, translations)
    catalogues.write(catalogue, path)
    open_texts = sum(1 for _ in catalogues.problems(catalogue))
    console.print(f"{path.name}: {len(catalogues.ids(catalogue))} texts, {open_texts} to translate")


def _found(*, book: bool) -> Iterator[tuple[str, list[str]]]:
    for path, template in _checked(book=book):
        lines = list(catalogues.problems(catalogues.read(path), template))
        if lines:
            yield path.name, lines


def _checked(*, book: bool) -> Iterator[tuple[Path, Catalog | None]]:
    yield WORDS, source_messages(PACKAGE)
    if book:
        root = chapters.project_root()
        with console.status("Reading the chapters"):
            yield from book_templates(root).items()
        for path in sorted((root / "solutions" / "locale" / catalogues.LOCALE).rglob("*.po")):
            yield path, None
