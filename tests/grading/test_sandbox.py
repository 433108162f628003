"""What trainees' code can reach, tried in the real sandbox."""

import json
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest

from kamlab.errors import GradingError
from kamlab.grading import sandbox
from kamlab.grading.execute import Job, NbgraderExecutor, Outcome
from kamlab.grading.sandbox import Caps


def run(*sources: str, caps: Caps | None = None, walls: bool = True, **files: bytes) -> Outcome:
    cells = [
        {
            "cell_type": "code",
            "id": f"c{n}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for n, source in enumerate(sources)
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    beside = {name.replace("__", "."): content for name, content in files.items()}
    executor = NbgraderExecutor(caps or Caps(cell=20, submission=60), walls=walls)
    return executor.run(Job("ada", notebook, beside, {"KAMLAB_TRAINEE_CODE": "THE-CODE"}))


def said(outcome: Outcome, cell: int = 0) -> Any:  # noqa: ANN401 - JSON that the cell printed
    return json.loads("".join(outcome.notebook["cells"][cell]["outputs"][0]["text"]))


def test_code_sees_its_files_its_case_code_and_nothing_else_of_ours(tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_text("secret")
    os.environ["KAMLAB_TEST_TOKEN"] = "secret"  # noqa: S105 - a test's own
    try:
        outcome = run(
            "import os, json\n"
            f"print(json.dumps([sorted(os.listdir()), dict(os.environ), os.path.exists({str(tmp_path)!r}),"
            "os.listdir('/'), os.path.exists('/root/.ssh'), os.getuid()]))",
            answers__json=b"{}",
        )
    finally:
        del os.environ["KAMLAB_TEST_TOKEN"]
    files, environment, sees_course, top, sees_keys, uid = said(outcome)
    assert "answers.json" in files
    assert environment["KAMLAB_TRAINEE_CODE"] == "THE-CODE"
    assert "KAMLAB_TEST_TOKEN" not in environment
    assert not sees_course
    assert not sees_keys
    assert not {"home", "var", "srv"} & set(top)
    assert uid != 0


def test_code_has_no_network_and_a_read_only_root() -> None:
    outcome = run(
        "import json, socket, os\nsaid = []\n"
        "try: socket.create_connection(('127.0.0.1', 22), 1)\n"
        "except OSError as e: said.append(type(e).__name__)\n"
        "for path in ('/x', '/usr/x', '/dev/x', '/tmp/input/x'):\n"
        "    try: open(path, 'w')\n    except OSError: said.append(path)\n"
        "try: os.kill(os.getppid(), 9)\nexcept OSError: said.append('kill')\n"
        "print(json.dumps(said))"
    )
    refused = said(outcome)
    assert refused[0] in {"ConnectionRefusedError", "OSError"}
    assert refused[1:] == ["/x", "/usr/x", "/dev/x", "/tmp/input/x", "kill"]  # noqa: S108 - inside the sandbox


def test_files_processes_and_memory_are_limited() -> None:
    caps = Caps(file=1_000_000, processes=40, cell=20, submission=60)
    outcome = run(
        "import json, os, time\nsaid = []\n"
        "try:\n    with open('big', 'wb') as f: f.write(b'0' * 2_000_000)\n"
        "except OSError: said.append('file')\n"
        "try:\n    for _ in range(100):\n        if os.fork() == 0: time.sleep(1); os._exit(0)\n"
        "except OSError: said.append('processes')\n"
        "try: b'0' * 8_000_000_000\nexcept MemoryError: said.append('memory')\n"
        "print(json.dumps(said))",
        caps=caps,
    )
    assert said(outcome) == ["file", "processes", "memory"]


def test_an_endless_cell_is_interrupted_and_the_next_one_runs() -> None:
    outcome = run("while True: pass", "'alive'", caps=Caps(cell=2, submission=60))
    assert outcome.error is None
    assert outcome.notebook["cells"][0]["outputs"][0]["output_type"] == "error"
    assert outcome.notebook["cells"][1]["outputs"][0]["data"]["text/plain"] == ["'alive'"]


@pytest.mark.parametrize(
    ("source", "caps", "reason"),
    [
        ("import time\nwhile True: time.sleep(0.1)", Caps(cell=60, submission=3), "longer than 3 seconds"),
        ("print('x' * 1000)\n" * 2000, Caps(output=1_000_000), "printed more than"),
        ("x = bytearray(400_000_000)", Caps(resident=200_000_000), "of memory"),
        ("import os\nos._exit(0)", Caps(), "ended its own kernel"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", Caps(), "ended its own kernel"),
    ],
)
def test_a_notebook_that_takes_too_much_is_stopped_with_a_reason(
    source: str, caps: Caps, reason: str
) -> None:
    outcome = run(source, "import time; time.sleep(2)", "1", caps=caps)
    assert reason in str(outcome.error)
    assert outcome.notebook["cells"][2]["outputs"] == []


def test_nothing_is_left_running_or_lying_about() -> None:
    before = {process.pid for process in psutil.process_iter()}
    folders = set(Path(sandbox.tempfile.gettempdir()).glob("kl-*"))
    run("import subprocess\nsubprocess.Popen(['sleep', '987'], start_new_session=True)")
    left = [
        p
        for p in psutil.process_iter(["cmdline"])
        if p.pid not in before and "987" in (p.info["cmdline"] or [])
    ]
    assert left == []
    assert set(Path(sandbox.tempfile.gettempdir()).glob("kl-*")) <= folders


def test_what_code_writes_to_the_terminal_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    run("import os\nos.write(1, b'BOO')\nos.write(2, b'BOO')")
    assert "BOO" not in "".join(capfd.readouterr())


def test_without_the_sandbox_the_same_notebook_runs() -> None:
    outcome = run("import os, json\nprint(json.dumps(os.environ['KAMLAB_TRAINEE_CODE']))", walls=False)
    assert said(outcome) == "THE-CODE"


def test_a_machine_without_bubblewrap_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda tool: None if tool == "bwrap" else f"/usr/bin/{tool}")
    with pytest.raises(GradingError, match=r"apt install bubblewrap.*--without-sandbox"):
        sandbox.require()


def test_a_machine_that_refuses_namespaces_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = tmp_path / "bwrap"
    refusing.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(GradingError, match="No permissions to create new namespace"):
        sandbox.require()


def test_an_interrupt_of_the_batch_is_left_to_the_first_process() -> None:
    from kamlab.grading.pipeline import ignore_interrupts  # noqa: PLC0415 - only this test changes the handler

    former = signal.getsignal(signal.SIGINT)
    try:
        ignore_interrupts()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, former)
