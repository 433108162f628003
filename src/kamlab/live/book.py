"""Builds the site: the book in both languages, the page loader, and the page that chooses a language."""

import gzip
import re
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kamlab.course import catalog, chapters
from kamlab.errors import SiteError
from kamlab.i18n import LANGUAGES
from kamlab.live import bundle, frame

TEMPLATES = Path(__file__).parent / "templates"
#: What the pages load from ``_static``; what else the theme brings is not published.
STATIC = {
    *frame.STYLES,
    *frame.SCRIPTS,
    "site-head.js",
    "site.js",
    "progress.js",
    "progress-file.js",
    "searchtools.js",
    "language_data.js",
    "favicon.svg",
}
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".svg", ".json"}
_INPUTS = ("_config.yml", "_toc.yml", "requirements.lock", "package-lock.json", "book", "src/kamlab")
#: Packages that a page cannot depend on (the import rule says so).
_NO_INPUTS = {"grading", "reports", "publish"}
_STAGE = re.compile(r"(reading sources|writing output)\.\.\. .*\[ *(\d+)%\]")
#: Reading (which runs the exercises) takes most of the time.
_STAGES = {"reading sources": (0, 70), "writing output": (70, 30)}

#: Called with a task ("live", "en" or "zh") and how much of it is done, in per cent.
Report = Callable[[str, int], None]


@dataclass(frozen=True)
class Part:
    """One language of the site.

    Attributes:
        lang: ``"en"`` or ``"zh"``.
        pages: how many chapters' pages it holds.
        built: whether this run built it; False when it was up to date.
    """

    lang: str
    pages: int
    built: bool


def build(root: Path, site: Path, report: Report) -> tuple[Part, ...]:
    """Bring ``site`` up to date with the sources under ``root``; what has not changed is left alone.

    Raises:
        SiteError: a chapter or the page loader does not build.
    """
    catalog.compile_words()
    steps = bundle.STEPS
    live = bundle.build(
        root / "build" / "live", progress=lambda step: report("live", 100 * steps.index(step) // len(steps))
    )
    report("live", 100)
    stamps = {lang: _stamp(root, lang, live.hash) for lang in LANGUAGES}
    stale = [lang for lang in LANGUAGES if not _is_current(root, site, lang, stamps[lang])]
    _build_languages([_job(root, lang, live.hash) for lang in stale], site, report)
    for lang in LANGUAGES:
        _stamp_file(root, lang).write_text(stamps[lang], encoding="ascii")
        report(lang, 100)
    _publish_live(live.folder, site / "_live" / live.hash)
    _publish_entrance(site)
    return tuple(Part(lang, len(page_names(root)), lang in stale) for lang in LANGUAGES)


def page_names(root: Path) -> list[str]:
    """The pages that the table of contents names, without suffix."""
    from sphinx_external_toc.parsing import parse_toc_yaml  # noqa: PLC0415 - part of the 'site' extra

    return [re.sub(r"\.md$", "", str(name)) for name in parse_toc_yaml(root / chapters.TOC)]


def _job(root: Path, lang: str, live: str) -> chapters.Run:
    return chapters.Run(root, "html", lang, root / "build" / "html" / lang, live)


def _build_languages(jobs: list[chapters.Run], site: Path, report: Report) -> None:
    """Run Sphinx for every job side by side, then put the finished pages in place."""
    for job in jobs:
        shutil.rmtree(job.out, ignore_errors=True)
    with ExitStack() as stack, ThreadPoolExecutor(max_workers=len(LANGUAGES)) as pool:
        runs = [stack.enter_context(chapters.Running(job)) for job in jobs]
        for done in [pool.submit(run.follow, _follower(run.job.lang, report)) for run in runs]:
            done.result()
    for job in jobs:
        _finish(job)
        _replace(job.out, site / job.lang)


def _follower(lang: str, report: Report) -> Callable[[str], object]:
    def follow(line: str) -> None:
        done = percent(line)
        if done is not None:
            report(lang, done)

    return follow


def percent(line: str) -> int | None:
    """How far a build is, told by one line that Sphinx prints; None when the line does not say.

    >>> percent("reading sources... [ 50%] u01"), percent("writing output... [100%] u01"), percent("x")
    (35, 100, None)
    """
    found = _STAGE.search(line)
    if not found:
        return None
    start, share = _STAGES[found[1]]
    return start + share * int(found[2]) // 100


def _finish(job: chapters.Run) -> None:
    """Check that the pages are there and take away what no page loads."""
    missing = [name for name in page_names(job.root) if not (job.out / f"{name}.html").exists()]
    if missing:
        raise SiteError(
            "The book was built without {pages} ({lang}): look into _toc.yml.",
            pages=", ".join(missing),
            lang=job.lang,
        )
    for path in _unpublished(job.out):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    start = (TEMPLATES / "start.html").read_text(encoding="utf-8")
    (job.out / "index.html").write_text(start.replace("{lang}", frame.TAGS[job.lang]), encoding="utf-8")
    compress(job.out)


def _unpublished(out: Path) -> list[Path]:
    extra = [path for path in (out / "_static").iterdir() if path.name not in STATIC]
    return extra + [
        path for name in (".buildinfo", "objects.inv", "_sources") if (path := out / name).exists()
    ]


def compress(folder: Path) -> None:
    """Put a gzip copy beside every text file under ``folder``: the same bytes on every run."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in _COMPRESSED and path.is_file():
            packed = gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
            path.with_name(f"{path.name}.gz").write_bytes(packed)


def _publish_live(folder: Path, target: Path) -> None:
    """Publish one build of the page loader; earlier ones go."""
    for other in target.parent.glob("*") if target.parent.exists() else ():
        if other != target:
            shutil.rmtree(other)
    if not target.exists():
        fresh = target.with_name(f".{target.name}")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(folder, fresh)
        fresh.rename(target)


def _publish_entrance(site: Path) -> None:
    for name, target in (("root.html", "index.html"), ("404.html", "404.html")):
        shutil.copyfile(TEMPLATES / name, site / target)
    (site / ".nojekyll").touch()  # or GitHub Pages leaves out the folders that begin with '_'


def _replace(fresh: Path, target: Path) -> None:
    """Put folder ``fresh`` at ``target``, so that a reader never meets half a book."""
    target.parent.mkdir(parents=True, exist_ok=True)
    old = fresh.with_name(f"{fresh.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _stamp_file(root: Path, lang: str) -> Path:
    return root / "build" / "html" / f"{lang}.stamp"


def _is_current(root: Path, site: Path, lang: str, stamp: str) -> bool:
    file = _stamp_file(root, lang)
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = all((site / lang / f"{name}.html").exists() for name in page_names(root))
    return whole and file.exists() and file.read_text(encoding="ascii") == stamp


def _stamp(root: Path, lang: str, live: str) -> str:
    """A digest of everything that one language of the book is made from."""
    digest = sha256(f"{lang} {live}".encode())
    for path in _files(root / name for name in _INPUTS):
        digest.update(f"{path.relative_to(root)}\0".encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(places: Iterable[Path]) -> list[Path]:
    found = [path for place in places for path in ([place] if place.is_file() else place.rglob("*"))]
    return sorted(path for path in found if path.is_file() and _counts(path))


def _counts(path: Path) -> bool:
    return path.suffix not in {".mo", ".pyc"} and path.parent.name not in _NO_INPUTS
