"""The Python that pages run, in one archive: our own packages and the pure-Python part of what they need.

The archive comes from the installed environment, never from an index, and is the same bytes for the same
files.
"""

import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import kamlab
from kamlab.errors import SiteError

__all__ = ["WHEELS", "kamlab_files", "trim_library", "wheel_files", "wheel_versions", "write"]

WHEELS = ("anywidget", "comm", "ipywidgets", "psygnal", "traitlets", "typing_extensions")
_UNUSED = {
    "tests",
    "labextension",
    "nbextension",
    "_pyinstaller_util",
    "__pycache__",
}  # folders inside the wheels
_TOPS = ("__init__.py", "errors.py", "garbage.py", "i18n.py")
_PARTS = (
    "models",
    "data",
    "widgets",
    "locale",
    "live/__init__.py",
    "live/pageworker.py",
    "live/standin.py",
    "live/warm.py",
)
_NOT_ON_PAGES = frozenset(
    (
        *(
            "_pyrepl",
            "doctest",
            "ensurepip",
            "ftplib",
            "idlelib",
            "imaplib",
            "mailbox",
            "multiprocessing",
            "pdb",
        ),
        *(
            "poplib",
            "pydoc",
            "smtplib",
            "socketserver",
            "tkinter",
            "turtle",
            "unittest",
            "venv",
            "wsgiref",
            "xmlrpc",
        ),
    )
)
_LEFT_OUT = {"__pycache__", "arrays"}  # the latter need numpy, which no page has
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)


def kamlab_files() -> dict[str, Path]:
    """Return our own files for the browser: name in the archive → file.

    Raises:
        SiteError: never; a missing part is simply not there yet.
    """
    root = Path(kamlab.__file__).parent
    found = {file.relative_to(root): file for top in (*_TOPS, *_PARTS) for file in _files(root / top)}
    wanted = sorted(name for name in found if _LEFT_OUT.isdisjoint(name.parts))
    return {f"kamlab/{name.as_posix()}": found[name] for name in wanted}


def _files(top: Path) -> Iterator[Path]:
    candidates = top.rglob("*") if top.is_dir() else [top]
    for file in candidates:
        if file.is_file() and file.suffix not in {".pyc", ".po", ".pot"}:
            yield file


def wheel_versions() -> dict[str, str]:
    """Return the installed version of each wheel that the archive takes."""
    return {name: _installed(name).version for name in WHEELS}


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError as error:
        raise SiteError(
            "The package {name} is not installed: run 'make course', which installs requirements.lock.",
            name=name,
        ) from error


def wheel_files() -> dict[str, Path]:
    """Return the pure-Python files of the wheels: name in the archive → file."""
    return dict(pair for name in WHEELS for pair in _pure(_installed(name)))


def _pure(wheel: Distribution) -> Iterator[tuple[str, Path]]:
    for entry in wheel.files or ():
        name = PurePosixPath(entry.as_posix())
        if _wanted(name):
            yield name.as_posix(), Path(str(entry.locate()))


def _wanted(name: PurePosixPath) -> bool:
    """Keep modules and the METADATA that version look-ups read; drop data, tests and compiled parts."""
    if ".." in name.parts or _UNUSED & set(name.parts):
        return False
    return name.suffix == ".py" or name.name == "METADATA"


def trim_library(source: Path, target: Path) -> None:
    """Copy Pyodide's standard library without what no page can use: servers, processes, debuggers, tests.

    Args:
        source: Pyodide's ``python_stdlib.zip``.
        target: the archive to write.
    """
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as kept:
        for name in sorted(whole.namelist()):
            if name.split("/")[0].split(".")[0] not in _NOT_ON_PAGES:
                kept.writestr(zipfile.ZipInfo(name, _FIXED_TIME), whole.read(name), zipfile.ZIP_DEFLATED, 9)


def write(target: Path, files: dict[str, Path]) -> None:
    """Write ``files`` to the archive ``target``: sorted, compressed, with one fixed time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
