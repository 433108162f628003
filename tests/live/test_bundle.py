"""What goes into a bundle, what it is called, and that it is never built twice."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kamlab.errors import SiteError
from kamlab.live import bundle, inputs, node, sitezip, words
from kamlab.live.inputs import Inputs

ON_ITS_OWN = """
import sys
sys.path.insert(0, sys.argv[1])
from kamlab.live import standin
standin.install()
import anywidget, ipywidgets
from IPython.display import HTML, display
display(HTML("x"))
print(anywidget.__version__, ipywidgets.__file__.startswith(sys.argv[1]), 'IPython.core' in sys.modules)
"""


def make_inputs(folder: Path, *, text: str = "one", version: str = "1") -> Inputs:
    file = folder / "a.js"
    file.write_text(text, encoding="utf-8")
    return Inputs({"loader/a.js": file}, {"pyodide": version})


def test_the_same_inputs_have_the_same_name(tmp_path: Path) -> None:
    assert make_inputs(tmp_path).hash() == make_inputs(tmp_path).hash() == "872be30c68a3"


def test_a_changed_file_or_version_changes_the_name(tmp_path: Path) -> None:
    first = make_inputs(tmp_path).hash()
    assert make_inputs(tmp_path, text="two").hash() != first
    assert make_inputs(tmp_path, version="2").hash() != first


def test_the_inputs_hold_our_python_the_loader_and_the_pinned_versions() -> None:
    collected = inputs.collect(inputs.project_root())
    assert {"kamlab/i18n.py", "kamlab/live/pageworker.py", "loader/page.js", "live/bundle.py"} <= set(
        collected.files
    )
    assert collected.versions["pyodide"] == "314.0.6"
    assert set(sitezip.WHEELS) < set(collected.versions)


def test_the_archive_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        sitezip.write(tmp_path / name, sitezip.wheel_files())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_archive_holds_no_compiled_parts_no_tests_and_no_templates() -> None:
    names = {**sitezip.wheel_files(), **sitezip.kamlab_files()}
    assert {Path(name).suffix for name in names} <= {".py", "", ".mo", ".js", ".css"}
    assert not any("/tests/" in name or ".." in name for name in names)


def test_the_archive_runs_on_its_own_without_ipython(tmp_path: Path) -> None:
    sitezip.write(tmp_path / "site.zip", {**sitezip.wheel_files(), **sitezip.kamlab_files()})
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path / "site")
    command = [sys.executable, "-I", "-S", "-c", ON_ITS_OWN, str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == [sitezip.wheel_versions()["anywidget"], "True", "True"], done.stderr


def test_the_standard_library_loses_only_what_no_page_can_use(tmp_path: Path) -> None:
    whole = {"json/__init__.pyc": "j", "unittest/case.pyc": "u", "pdb.pyc": "p", "pdbx.pyc": "x"}
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    sitezip.trim_library(tmp_path / "whole.zip", tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "json/__init__.pyc": b"j",
            "pdbx.pyc": b"x",
        }


def test_a_missing_npm_package_names_the_fix(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"pyodide is not in .* run 'make course'"):
        inputs.npm_version(tmp_path, "pyodide")


def test_a_missing_wheel_names_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitezip, "WHEELS", ("no-such-wheel",))
    with pytest.raises(SiteError, match="no-such-wheel is not installed: run 'make course'"):
        sitezip.wheel_versions()


def test_a_machine_without_node_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node.shutil, "which", lambda _name: None)
    monkeypatch.setattr(node, "_node_of_wheel", lambda: None)
    with pytest.raises(SiteError, match="Node 20 or newer"):
        node.find_node()


def test_an_old_node_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, version in (("old", "v18.1.0"), ("new", "v22.0.0")):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(node.shutil, "which", lambda _name: str(tmp_path / "old"))
    monkeypatch.setattr(node, "_node_of_wheel", lambda: str(tmp_path / "new"))
    assert node.find_node() == str(tmp_path / "new")


def test_a_script_that_fails_says_what_it_said(tmp_path: Path) -> None:
    (tmp_path / "fails.mjs").write_text("console.error('no such thing'); process.exit(3)", encoding="utf-8")
    with pytest.raises(SiteError, match=r"status 3 .*:\nno such thing"):
        node.run_node(tmp_path / "fails.mjs", cwd=tmp_path)


def test_esbuild_that_is_missing_names_the_fix(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="npm ci"):
        node.run_esbuild(tmp_path, [])


def test_sizes_are_measured_with_their_compressed_twins(tmp_path: Path) -> None:
    (tmp_path / "py").mkdir()
    for name, size in (("py/a.wasm", 9), ("py/a.wasm.gz", 4), ("py/a.wasm.br", 3), ("b.js", 2)):
        (tmp_path / name).write_bytes(b"x" * size)
    assert bundle.measure(tmp_path) == {"b.js": {"bytes": 2}, "py/a.wasm": {"br": 3, "bytes": 9, "gz": 4}}


def test_a_finished_bundle_is_not_built_again(tmp_path: Path) -> None:
    made = inputs.collect(inputs.project_root()).hash()
    (tmp_path / made).mkdir()
    (tmp_path / made / "manifest.json").write_text(
        json.dumps({"files": {"a": {"bytes": 1}}}), encoding="utf-8"
    )
    steps: list[str] = []
    found = bundle.build(tmp_path, progress=steps.append)
    assert (found.hash, found.folder, found.manifest()) == (made, tmp_path / made, {"a": {"bytes": 1}})
    assert steps == ["collect"]


def test_only_the_newest_bundles_are_kept(tmp_path: Path) -> None:
    for age, name in enumerate("edcba"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").touch()
        os.utime(tmp_path / name / "manifest.json", (age, age))
    (tmp_path / "not-a-bundle").mkdir()
    bundle.prune(tmp_path)
    assert sorted(kept.name for kept in tmp_path.iterdir()) == ["a", "b", "c", "not-a-bundle"]


def test_every_state_has_its_words_in_every_language() -> None:
    said = words.all_words()
    assert {tuple(states) for states in said.values()} == {("shown", "starting", "live", "failed", "error")}
    assert all(said["en"][state] != said["zh"][state] for state in ("starting", "live", "failed", "error"))
