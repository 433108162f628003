"""The command that starts the sandbox: what it shows, and what it does not."""

from pathlib import Path

import pytest

from kamlab.grading import sandbox
from kamlab.grading.sandbox import warm_command


def shown(command: list[str]) -> list[str]:
    """Places outside that the sandbox shows."""
    binds = {"--ro-bind", "--ro-bind-try", "--dev-bind"}
    return [command[place + 1] for place, word in enumerate(command) if word in binds]


def test_only_the_system_the_interpreter_and_kamlab_are_shown(tmp_path: Path) -> None:
    command = warm_command(["python"])
    places = shown(command)
    for private in (Path.home(), Path.cwd(), tmp_path, Path("/etc"), Path("/var"), Path("/dev"), Path("/")):
        assert str(private) not in places
    assert command[-1] == "python"


def test_of_the_devices_only_nothing_and_chance_are_shown() -> None:
    devices = {place for place in shown(warm_command([])) if place.startswith("/dev")}
    assert devices == {"/dev/null", "/dev/random", "/dev/urandom"}


def test_what_others_handed_in_by_nbgraders_exchange_is_covered(monkeypatch: pytest.MonkeyPatch) -> None:
    there, absent = "/usr/share", "/usr/share/not-there"
    monkeypatch.setattr(sandbox, "_EXCHANGE", there)
    command = warm_command([])
    assert command.index("--tmpfs", command.index(there) - 1) > command.index("/usr")
    monkeypatch.setattr(sandbox, "_EXCHANGE", absent)
    assert absent not in warm_command([])
