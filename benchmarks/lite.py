"""Build a JupyterLite site that can show a kamlab exercise: the peer that ``live.py`` measures against.

Everything comes from this machine: Pyodide from ``node_modules``, wheels from the package index at build.
The site asks no third party, like ours, so that only the way of working differs.
"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from kamlab.live.inputs import collect

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
WORK = ROOT / "build" / "bench"
VENV = WORK / "lite-venv"
NPM = ROOT / "node_modules" / "pyodide"
KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
# Named by the kernel or by our metadata, never imported by an exercise.
UNUSED = {"jedi": "0.19.99", "jupyterlab-widgets": "3.0.17", "numpy": "0", "pandas": "0", "matplotlib": "0"}
EPOCH = (2020, 1, 1, 0, 0, 0)


def build() -> Path:
    """Return the folder of the JupyterLite site, built anew when the exercises have changed."""
    site, stamp = WORK / "lite", WORK / "lite.stamp"
    made_from = collect(ROOT).hash()
    if stamp.exists() and stamp.read_text() == made_from:
        return site
    shutil.rmtree(site, ignore_errors=True)
    tools()
    wheels = collect_wheels()
    source = WORK / "lite-source"
    shutil.rmtree(source, ignore_errors=True)
    (WORK / ".jupyterlite.doit.db").unlink(missing_ok=True)  # it would skip steps whose results are gone
    pyodide = source / "static" / "pyodide"
    pyodide.mkdir(parents=True)
    write_pyodide(pyodide, wheels)
    (source / "jupyter-lite.json").write_text(json.dumps(settings(pyodide)))
    (source / "static" / "pyodide" / "done").write_text("")
    run(
        [
            VENV / "bin" / "jupyter",
            "lite",
            "build",
            "--lite-dir",
            source,
            "--output-dir",
            site,
            "--apps",
            "repl",
        ]
    )
    return site


def tools() -> None:
    """Install the peer into an environment of its own, so that it cannot disturb ours."""
    if not (VENV / "bin" / "jupyter-lite").exists():
        venv.EnvBuilder(with_pip=True, symlinks=True).create(VENV)
        run([VENV / "bin" / "python", "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt"])


def collect_wheels() -> list[Path]:
    """Fetch the pure wheels, and build ours."""
    folder = WORK / "lite-wheels"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pip = [VENV / "bin" / "python", "-m", "pip"]
    fetch = ["--no-deps", "--only-binary=:all:", "--platform=any", "--python-version=3.14", "-d", folder]
    run([*pip, "download", "-q", *fetch, "-r", HERE / "lite_wheels.txt"])
    run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT])
    bundled = [w for w in (VENV / KERNEL).glob("*.whl") if not w.name.startswith("widgetsnbextension-3")]
    return sorted([*folder.glob("*.whl"), *bundled])


def write_pyodide(folder: Path, wheels: list[Path]) -> None:
    """Put Pyodide, the wheels and a lock that names only them into ``folder``."""
    for file in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copy(NPM / file, folder)
    info = json.loads((NPM / "pyodide-lock.json").read_text())["info"]
    packages = [package(wheel, folder) for wheel in wheels]
    packages += [
        stub(name, version, folder)
        for name, version in (("jedi", "0.19.99"), ("jupyterlab-widgets", "3.0.17"))
    ]
    packages += [stub(name, "0", folder) for name in ("numpy", "pandas", "matplotlib")]
    known = {entry["name"] for entry in packages}
    for entry in packages:
        entry["depends"] = [name for name in entry["depends"] if name in known]
    lock = {
        "info": info,
        "packages": {entry["name"]: entry for entry in sorted(packages, key=lambda e: e["name"])},
    }
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))


def package(wheel: Path, folder: Path) -> dict:
    """Copy a wheel and describe it as Pyodide's lock does."""
    data = wheel.read_bytes()
    archive = zipfile.ZipFile(io.BytesIO(data))
    tops = {name.split("/")[0].removesuffix(".py") for name in archive.namelist() if name.endswith(".py")}
    imports = sorted(top for top in tops if "." not in top)
    (folder / wheel.name).write_bytes(data)
    return entry(wheel.name, data, imports, requirements(archive))


def requirements(archive: zipfile.ZipFile) -> list[str]:
    """The names that a wheel requires unconditionally."""
    metadata = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
    lines = archive.read(metadata).decode().split("\n\n")[0].splitlines()
    found = (re.match(r"Requires-Dist: ([A-Za-z0-9._-]+)[^;]*$", line) for line in lines)
    return [normal(match.group(1)) for match in found if match]


def stub(name: str, version: str, folder: Path) -> dict:
    """An empty wheel in place of a package that the kernel names but our exercises never use."""
    file, buffer = f"{name.replace('-', '_')}-{version}-py3-none-any.whl", io.BytesIO()
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    with zipfile.ZipFile(buffer, "w") as out:
        for part, text in (
            ("METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"),
            ("WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
            ("RECORD", ""),
        ):
            out.writestr(zipfile.ZipInfo(f"{info}/{part}", EPOCH), text)
    (folder / file).write_bytes(buffer.getvalue())
    return entry(file, buffer.getvalue(), [], [])


def entry(file: str, data: bytes, imports: list[str], depends: list[str]) -> dict:
    """One package of Pyodide's lock."""
    name, version = file.split("-")[:2]
    return {
        "name": normal(name), "version": version, "file_name": file, "install_dir": "site",
        "sha256": hashlib.sha256(data).hexdigest(), "package_type": "package", "imports": imports,
        "depends": depends, "unvendored_tests": False, "shared_library": False,
    }  # fmt: skip


def settings(pyodide: Path) -> dict:
    """JupyterLite's configuration: our Pyodide, our lock, no other index."""
    names = list(json.loads((pyodide / "pyodide-lock.json").read_text())["packages"])
    kernel = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": names, "lockFileURL": "./static/pyodide/pyodide-lock.json"},
    }
    data = {"litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}}
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run(command: list[str | Path]) -> None:
    """Run a command of ours; its failure ends the benchmark."""
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(list(map(str, command)), check=True, cwd=WORK)


if __name__ == "__main__":
    print(build())
