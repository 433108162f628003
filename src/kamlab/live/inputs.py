"""What a bundle is made from, and the short name (hash) that follows from it.

The hash stands in every address below ``_live/``: a browser that still holds yesterday's worker never meets
today's pages.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import kamlab
from kamlab import i18n
from kamlab.errors import SiteError
from kamlab.live import sitezip

__all__ = ["LOADER", "NPM", "Inputs", "collect", "project_root"]

LOADER = Path(__file__).parent / "loader"
NPM = ("pyodide", "esbuild")
_MAKERS = (
    "bundle.py",
    "inputs.py",
    "node.py",
    "sitezip.py",
    "words.py",
)  # a change in how it is made is a change
_DIGITS = 12


class Inputs:
    """Everything that decides what is in a bundle.

    Args:
        files: name → file: the loader's sources, its makers and our own Python for the browser.
        versions: name → version of the wheels and npm packages.
    """

    def __init__(self, files: dict[str, Path], versions: dict[str, str]) -> None:
        self.files = files
        self.versions = versions

    def hash(self) -> str:
        """Return the name of the bundle that these inputs make: 12 hexadecimal digits."""
        digest = hashlib.sha256(json.dumps(self.versions, sort_keys=True).encode())
        for name, file in sorted(self.files.items()):
            content = file.read_bytes()
            digest.update(f"\n{name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()[:_DIGITS]


def project_root() -> Path:
    """Return the folder of the project, where ``node_modules`` is."""
    return Path(kamlab.__file__).parents[2]


def collect(root: Path) -> Inputs:
    """Gather the inputs of a bundle.

    Args:
        root: the folder that holds ``node_modules``.

    Raises:
        SiteError: a wheel or an npm package is not installed.
        TranslationError: a catalogue is not compiled.
    """
    for lang in i18n.LANGUAGES:
        i18n.translator(lang)
    files = {**sitezip.kamlab_files(), **dict(_own_files())}
    return Inputs(files, {**sitezip.wheel_versions(), **{name: npm_version(root, name) for name in NPM}})


def _own_files() -> Iterator[tuple[str, Path]]:
    for file in sorted(LOADER.iterdir()):
        if file.is_file():
            yield f"loader/{file.name}", file
    for name in _MAKERS:
        yield f"live/{name}", LOADER.parent / name


def npm_version(root: Path, name: str) -> str:
    """Return the installed version of an npm package.

    Raises:
        SiteError: it is not installed.
    """
    description = root / "node_modules" / name / "package.json"
    try:
        return str(json.loads(description.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise SiteError(
            "The front-end package {name} is not in {folder}: run 'make course', or 'npm ci' there.",
            name=name,
            folder=root,
        ) from error
