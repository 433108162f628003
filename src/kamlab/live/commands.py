"""``kamlab site`` builds the pages; ``kamlab serve`` shows them on this machine."""

import signal
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from kamlab.course.chapters import project_root
from kamlab.i18n import LANGUAGES
from kamlab.live.formgrader import formgrader
from kamlab.live.server import HOST, make_server

console = Console(highlight=False)
_TASKS = {"live": "Page loader", **LANGUAGES}


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes [site].")
def site(out: Path | None) -> None:
    """Build the site: every page in English and Chinese, with live exercises."""
    from kamlab.live.book import build  # noqa: PLC0415 - Sphinx and the bundler load only when a site is built

    root = project_root()
    target = (out or root / "site").resolve()
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console) as progress:
        tasks = {name: progress.add_task(title, total=100) for name, title in _TASKS.items()}
        parts = build(root, target, lambda name, done: progress.update(tasks[name], completed=done))
    for part in parts:
        state = "built" if part.built else "unchanged"
        console.print(f"{target / part.lang}: {part.pages} pages, {state}")


@click.command()
@click.option(
    "--port",
    default=8000,
    envvar="KAMLAB_PORT",
    show_default=True,
    help="Port of the site; 0 picks a free one.",
)
@click.option("--site", "folder", type=click.Path(path_type=Path), help="The built site [site].")
@click.option(
    "--formgrader-port",
    default=8001,
    envvar="KAMLAB_FORMGRADER_PORT",
    show_default=True,
    help="Port of the formgrader; 0 picks one.",
)
@click.option(
    "--formgrader/--no-formgrader", "grading", default=True, help="Whether to start the formgrader."
)
def serve(port: int, folder: Path | None, formgrader_port: int, *, grading: bool) -> None:
    """Serve the site, and nbgrader's formgrader once there is a gradebook, on this machine only."""
    root = project_root()
    course = root / "build" / "nbgrader"
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends us ends the formgrader too
    with ExitStack() as stack:
        server = stack.enter_context(make_server((folder or root / "site").resolve(), port))
        addresses = _site_addresses(server.server_port)
        if grading and course.is_dir():
            log = root / "build" / "formgrader.log"
            addresses["Formgrader"] = stack.enter_context(formgrader(course, formgrader_port, log))
        console.print(_address_table(addresses))
        console.print("Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.print("Ended.")


def _site_addresses(port: int) -> dict[str, str]:
    base = f"http://{HOST}:{port}/"
    return {"Course": base, **{name: f"{base}{lang}/intro.html" for lang, name in LANGUAGES.items()}}


def _address_table(addresses: dict[str, str]) -> Table:
    table = Table("", Column("Address", overflow="fold"))  # an address cut short leads nowhere
    for name, address in addresses.items():
        table.add_row(name, f"[link={address}]{address}[/link]")
    return table
