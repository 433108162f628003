"""Runs Sphinx over the chapters: for the translators' templates (gettext) and for the pages (html).

A run is a process of its own (``python -m kamlab.course.chapters``), because Sphinx keeps global state: two
languages build side by side, and a broken chapter cannot take the command line down with it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

from kamlab.errors import CourseError, SiteError

SPHINX_LANGUAGES = {"en": "en", "zh": "zh_CN"}
_DEFECT = re.compile(r": (?:WARNING|ERROR|CRITICAL): |^(?:WARNING|ERROR): ")
_JUPYTERS_WAY = re.compile(r"Traceback \(most recent call last\):\n(?:(?!Traceback).*\n)*?nbclient\.[^\n]*\n")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CONFIG, TOC, CHAPTERS = "_config.yml", "_toc.yml", "book"


@dataclass(frozen=True)
class Run:
    """One run of Sphinx.

    Attributes:
        root: the project's folder, with ``_config.yml``, ``_toc.yml`` and ``book/``.
        builder: ``"gettext"`` or ``"html"``.
        lang: ``"en"`` or ``"zh"``.
        out: the folder that is written.
        live: the build of the page loader that live pages load; empty for none.
    """

    root: Path
    builder: str
    lang: str
    out: Path
    live: str = ""

    @property
    def command(self) -> list[str]:
        """The command line of the run's process."""
        words = (self.builder, self.lang, str(self.root), str(self.out), self.live)
        return [sys.executable, "-m", "kamlab.course.chapters", *words]

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the process: exercises draw their static picture, in this language."""
        own = {"KAMLAB_BOOK": "1", "KAMLAB_LANG": self.lang, "PYTHONUNBUFFERED": "1"}
        return {**os.environ, **own}


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


class Running:
    """A run of Sphinx that is under way; use it in a ``with`` block, which ends it in every case.

    Args:
        job: the run.
    """

    def __init__(self, job: Run) -> None:
        self.job = job
        job.out.mkdir(parents=True, exist_ok=True)
        self._stderr = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed in __exit__
        self._process = subprocess.Popen(
            job.command, env=job.environment, stdout=subprocess.PIPE, stderr=self._stderr, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.__exit__(None, None, None)  # waits, and closes the pipe
        self._stderr.close()

    def follow(self, said: Callable[[str], object]) -> None:
        """Call ``said`` with each line that Sphinx prints, to the end.

        Raises:
            SiteError: Sphinx warned or failed; the message quotes what it complained about.
        """
        assert self._process.stdout is not None  # noqa: S101 - asked for as a pipe
        for line in self._process.stdout:
            said(line)
        if self._process.wait():
            raise self._failure()

    def _failure(self) -> SiteError:
        self._stderr.seek(0)
        return SiteError(
            "Sphinx stopped on the chapters ({builder}, {lang}); mend what it names:\n{lines}",
            builder=self.job.builder,
            lang=self.job.lang,
            lines=complaints(self._stderr.read()),
        )


def run(job: Run) -> None:
    """Run ``job`` to its end.

    Raises:
        SiteError: Sphinx warned or failed.
    """
    with Running(job) as running:
        running.follow(str)


def complaints(said: str, most: int = 60) -> str:
    """What Sphinx's error output says from its first warning on, else its last lines; no colours.

    Of a cell's failure only the cell's own account is kept, not Jupyter's way to it.
    """
    lines = _JUPYTERS_WAY.sub("", _COLOUR.sub("", said)).splitlines()
    first = next((number for number, line in enumerate(lines) if _DEFECT.search(line)), len(lines) - most)
    return "\n".join(lines[max(0, first) :][:most])


def overrides(job: Run) -> Mapping[str, object]:
    """The Sphinx settings that differ from ``_config.yml`` in this run."""
    settings: dict[str, object] = {
        "language": SPHINX_LANGUAGES[job.lang],
        "external_toc_path": str(job.root / TOC),
        "latex_individualpages": False,
        "kamlab_live": job.live,
        "nb_execution_cache_path": str(job.out.parent / ".jupyter_cache"),
    }
    if job.builder == "gettext":  # a template holds the chapters' words, not what the cells print
        settings["nb_execution_mode"] = "off"
    return settings


def _main(builder: str, lang: str, root: str, out: str, live: str = "") -> int:
    # Jupyter Book is heavy and part of the 'site' extra: only this process needs it.
    from jupyter_book.sphinx import build_sphinx  # noqa: PLC0415

    job = Run(Path(root).resolve(), builder, lang, Path(out).resolve(), live)
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
        # A page must build without a warning; a template may lack the figures that only a run draws.
        warningiserror=builder == "html",
        keep_going=True,
    )
    return status if isinstance(status, int) else 1


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
