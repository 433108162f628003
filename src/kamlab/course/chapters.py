"""Runs Sphinx over the chapters: for the translators' templates (gettext) and for the pages (html).

A run is a process of its own (``python -m kamlab.course.chapters``), because Sphinx keeps global state: two
languages build side by side, and a broken chapter cannot take the command line down with it.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kamlab.errors import CourseError, SiteError

SPHINX_LANGUAGES = {"en": "en", "zh": "zh_CN"}
CONFIG, TOC, CHAPTERS = "_config.yml", "_toc.yml", "book"


@dataclass(frozen=True)
class Run:
    """One run of Sphinx.

    Attributes:
        root: the project's folder, with ``_config.yml``, ``_toc.yml`` and ``book/``.
        builder: ``"gettext"`` or ``"html"``.
        lang: ``"en"`` or ``"zh"``.
        out: the folder that is written.
    """

    root: Path
    builder: str
    lang: str
    out: Path

    @property
    def command(self) -> list[str]:
        """The command line of the run's process."""
        return [sys.executable, "-m", __spec__.name, self.builder, self.lang, str(self.root), str(self.out)]

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the process: exercises draw their static picture, in this language."""
        return {**os.environ, "KAMLAB_BOOK": "1", "KAMLAB_LANG": self.lang, "PYTHONHASHSEED": "0"}


def project_root(start: Path | None = None) -> Path:
    """The folder at or above ``start`` that holds the course.

    Raises:
        CourseError: there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if all((folder / name).exists() for name in (CONFIG, TOC, CHAPTERS)):
            return folder
    raise CourseError(
        "{folder} is not inside the course: run the command in the folder that holds _config.yml and book.",
        folder=start,
    )


def run(job: Run) -> str:
    """Run ``job`` to its end and return what Sphinx printed.

    Raises:
        SiteError: Sphinx warned or failed; the message quotes its last lines.
    """
    job.out.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(job.command, env=job.environment, check=False, text=True, capture_output=True)
    if done.returncode:
        raise failed(job, done.stderr)
    return done.stdout


def failed(job: Run, stderr: str) -> SiteError:
    """The error that tells what Sphinx complained about in ``job``."""
    return SiteError(
        "Sphinx stopped on the chapters ({builder}, {lang}); mend what it names:\n{lines}",
        builder=job.builder,
        lang=job.lang,
        lines="\n".join(_complaints(stderr.splitlines())),
    )


def _complaints(lines: list[str], most: int = 20) -> Iterable[str]:
    named = [line for line in lines if "WARNING" in line or "ERROR" in line]
    return named[:most] or lines[-most:]


def overrides(job: Run) -> Mapping[str, object]:
    """The Sphinx settings that differ from ``_config.yml`` in this run."""
    settings: dict[str, object] = {
        "language": SPHINX_LANGUAGES[job.lang],
        "external_toc_path": str(job.root / TOC),
        "latex_individualpages": False,
    }
    if job.builder == "gettext":  # a template holds the chapters' words, not what the cells print
        settings["nb_execution_mode"] = "off"
    return settings


def _main(builder: str, lang: str, root: str, out: str) -> int:
    # Jupyter Book is heavy and part of the 'site' extra: only this process needs it.
    from jupyter_book.sphinx import build_sphinx  # noqa: PLC0415

    job = Run(Path(root).resolve(), builder, lang, Path(out).resolve())
    status = build_sphinx(
        job.root / CHAPTERS,
        job.out,
        path_config=job.root / CONFIG,
        noconfig=True,
        confoverrides=dict(overrides(job)),
        doctreedir=job.out.parent / f".doctrees-{builder}-{lang}",
        builder=builder,
        freshenv=True,
        force_all=True,
        warningiserror=True,
        keep_going=True,
    )
    return status if isinstance(status, int) else 1


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
