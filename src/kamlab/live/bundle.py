"""Build what makes pages live: ``out/<hash>/`` with the page loader, Python, its packages and the snapshot.

Nothing here is fetched: the parts come from ``node_modules`` and from the installed environment. The folder
appears under its name only when it is complete, and the same inputs are never built twice.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kamlab.live import inputs, node, sitezip, words

__all__ = ["STEPS", "Bundle", "build"]

STEPS = ("collect", "scripts", "python", "packages", "snapshot", "worker", "compress")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
MANIFEST = "manifest.json"
KEPT = 3  # a site that is being served or tested may still be reading the one before
Progress = Callable[[str], object]


@dataclass(frozen=True)
class Bundle:
    """A finished bundle.

    Args:
        hash: its name, 12 hexadecimal digits.
        folder: where it is.
    """

    hash: str
    folder: Path

    def manifest(self) -> dict[str, dict[str, int]]:
        """Return the sizes in bytes: file → ``bytes``, and ``gz`` and ``br`` where compressed twins exist."""
        sizes: dict[str, dict[str, int]] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))[
            "files"
        ]
        return sizes


def build(out: Path, *, progress: Progress | None = None) -> Bundle:
    """Build the bundle of the installed course, unless it exists already.

    Args:
        out: the folder that holds bundles by hash.
        progress: called with each of ``STEPS`` as it begins; only with the first when nothing is to do.

    Raises:
        SiteError: a tool or package is missing, or a part does not build; the message names the fix.
        TranslationError: a catalogue is not compiled.
    """
    tell = progress or (lambda _step: None)
    tell("collect")
    root = inputs.project_root()
    collected = inputs.collect(root)
    bundle = Bundle(collected.hash(), out / collected.hash())
    if not (bundle.folder / MANIFEST).is_file():
        _make(bundle, root, tell)
    return bundle


def _make(bundle: Bundle, root: Path, tell: Progress) -> None:
    bundle.folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=bundle.folder.parent, prefix=".making-") as scratch:
        folder = Path(scratch) / bundle.hash
        folder.mkdir()
        _fill(folder, root, tell)
        manifest = {"hash": bundle.hash, "files": measure(folder)}
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        shutil.rmtree(bundle.folder, ignore_errors=True)
        folder.rename(bundle.folder)
    prune(bundle.folder.parent)


def _fill(folder: Path, root: Path, tell: Progress) -> None:
    tell("scripts")
    _bundle_scripts(folder, root)
    tell("python")
    _copy_python(folder / "py", root)
    tell("packages")
    sitezip.write(folder / "site.zip", {**sitezip.wheel_files(), **sitezip.kamlab_files()})
    tell("snapshot")
    made = json.loads(node.run_node(inputs.LOADER / "snapshot.mjs", str(folder), cwd=root))
    tell("worker")
    _bundle_worker(folder, root, made)
    tell("compress")
    node.run_node(inputs.LOADER / "compress.mjs", str(folder), cwd=root)


def _bundle_scripts(folder: Path, root: Path) -> None:
    """Bundle what runs in the page, with the loader's words in every language."""
    common = ["--minify", "--charset=utf8", f"--outdir={folder}"]
    page = [str(inputs.LOADER / "page.js"), str(inputs.LOADER / "page.css")]
    told = f"--define:WORDS={json.dumps(words.all_words(), ensure_ascii=False)}"
    node.run_esbuild(root, [*page, "--bundle", "--format=esm", told, *common])


def _bundle_worker(folder: Path, root: Path, snapshot: dict[str, int]) -> None:
    """Bundle what runs in the worker; it knows the snapshot's size and sum, and restores no other."""
    lock = json.loads((root / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    no_packages = json.dumps(json.dumps({"info": lock["info"], "packages": {}}))
    told = [f"--define:SNAPSHOT={json.dumps(snapshot)}", f"--define:NO_PACKAGES={no_packages}"]
    source = str(inputs.LOADER / "worker.js")
    node.run_esbuild(root, [source, "--bundle", "--format=esm", "--minify", *told, f"--outdir={folder}"])


def _copy_python(folder: Path, root: Path) -> None:
    folder.mkdir()
    source = root / "node_modules" / "pyodide"
    for name in PYODIDE_FILES:
        shutil.copyfile(source / name, folder / name)
    sitezip.trim_library(source / LIBRARY, folder / LIBRARY)


def prune(out: Path) -> None:
    """Remove all but the newest bundles: each change of an exercise makes one of some 70 MB.

    Args:
        out: the folder that holds bundles by hash.
    """
    finished = sorted(out.glob(f"*/{MANIFEST}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for manifest in finished[KEPT:]:
        shutil.rmtree(manifest.parent)


def measure(folder: Path) -> dict[str, dict[str, int]]:
    """Return the size of each file below ``folder`` and of its compressed twins, in bytes."""
    sizes: dict[str, dict[str, int]] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            name, kind = file.relative_to(folder).as_posix(), "bytes"
            if file.suffix in {".gz", ".br"}:
                name, kind = name.removesuffix(file.suffix), file.suffix[1:]
            sizes.setdefault(name, {})[kind] = file.stat().st_size
    return sizes
