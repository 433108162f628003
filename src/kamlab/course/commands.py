"""``kamlab release``, ``notebooks`` and ``models``: everything that is derived from authored course text."""

from pathlib import Path

import click
from rich.console import Console

from kamlab.course import catalogues, chapters, model_page, outline, translate
from kamlab.course import release as releases
from kamlab.course.percent import as_json, read_chapter, write_if_changed
from kamlab.errors import CourseError

console = Console(stderr=True, highlight=False)
_CHECK_HELP = "Write nothing; fail when a file is not what would be written."


@click.command()
@click.argument("unit")
@click.option("--check", is_flag=True, help=_CHECK_HELP)
@click.option("--catalogue", is_flag=True, help="Bring the Chinese catalogue of the case in step first.")
def release(unit: str, *, check: bool, catalogue: bool) -> None:
    """Write the case of UNIT for trainees (exercises/en, exercises/zh) and for nbgrader (build/source)."""
    root = chapters.project_root()
    if catalogue:
        _update_catalogue(root, unit)
    built = releases.build(root, unit)
    if check:
        _refuse(releases.differences(root, unit, built), f"kamlab release {unit}")
        console.print(f"[green]Case {unit} is in step.[/]")
        return
    for path in releases.write(root, built):
        console.print(f"Wrote {path}")
    console.print(f"[green]Case {unit} is released.[/]")


def _update_catalogue(root: Path, unit: str) -> None:
    path = translate.catalogue_path(root, unit)
    wanted = translate.messages(releases.Source(root, unit).notebook())
    catalogue = catalogues.brought_in_step(catalogues.read(path), wanted)
    catalogues.write(catalogue, path)
    console.print(f"{path.name}: {sum(1 for _ in catalogues.problems(catalogue))} texts to translate")


@click.command()
@click.option("--check", is_flag=True, help=_CHECK_HELP)
def notebooks(*, check: bool) -> None:
    """Write notebooks/<chapter>.ipynb from the chapters in book/: the same pages for JupyterLab."""
    root = chapters.project_root()
    made = {root / "notebooks" / f"{name}.ipynb": _chapter(root, name) for name in _chapters(root)}
    if check:
        stale = [path.name for path, text in made.items() if not _holds(path, text)]
        left = {path.name for path in (root / "notebooks").glob("*.ipynb")} - {path.name for path in made}
        _refuse(sorted({*stale, *left}), "kamlab notebooks")
        console.print("[green]The notebooks are in step with the chapters.[/]")
        return
    for path, text in made.items():
        if write_if_changed(path, text):
            console.print(f"Wrote notebooks/{path.name}")
    console.print(f"[green]{len(made)} notebooks are in step with their chapters.[/]")


@click.command()
@click.option("--check", is_flag=True, help=_CHECK_HELP)
def models(*, check: bool) -> None:
    """Write book/models.md from the docstrings of kamlab.models: what each model answers, and its sources."""
    root = chapters.project_root()
    path, text = root / model_page.PAGE, model_page.models_markdown(root)
    if check:
        _refuse([] if _holds(path, text) else [model_page.PAGE], "kamlab models")
        console.print("[green]The page of the models is in step with their docstrings.[/]")
        return
    if write_if_changed(path, text):
        console.print(f"Wrote {model_page.PAGE}: run 'kamlab catalog book' and translate what is new")
    console.print("[green]The page of the models is in step with their docstrings.[/]")


def _chapters(root: Path) -> list[str]:
    units = outline.load_outline(root).units
    return [
        unit.chapter for unit in units if unit.chapter and (root / "book" / f"{unit.chapter}.md").is_file()
    ]


def _chapter(root: Path, name: str) -> str:
    return as_json(read_chapter(root / "book" / f"{name}.md"))


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


def _refuse(stale: list[str], command: str) -> None:
    if stale:
        raise CourseError(
            "Not in step with its source: {paths}. Run '{command}' and commit what it writes.",
            paths=", ".join(stale),
            command=command,
        )
