import socket
import sys
from pathlib import Path

import pytest

from kamlab.errors import SiteError
from kamlab.live import formgrader
from kamlab.live.server import HOST

SILENT = [sys.executable, "-c", "raise SystemExit('no such course')"]


def test_a_formgrader_that_ends_at_once_is_told_with_where_it_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formgrader, "_command", lambda *_: SILENT)
    log = tmp_path / "formgrader.log"
    with pytest.raises(SiteError, match=r"formgrader\.log says why"), formgrader.formgrader(tmp_path, 0, log):
        pass
    assert "no such course" in log.read_text()


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(SiteError, match=str(port)),
            formgrader.formgrader(tmp_path, port, tmp_path / "log"),
        ):
            pass
