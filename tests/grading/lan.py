"""Hosts on a network of their own: network namespaces, joined by a bridge that lies in one more of them.

Nothing outside can be reached from them, and they cannot be reached from outside, this machine's own network
included.
"""

import os
import shutil
import subprocess
from types import TracebackType
from typing import Self

__all__ = ["Lan", "why_not"]

_NET = "10.77.0"  # of no use outside the namespaces


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


def why_not() -> str:
    """Why no hosts can be made here; empty when they can."""
    if os.geteuid() != 0:
        return "only root makes network namespaces with an address each"
    if shutil.which("ip") is None:
        return "the command 'ip' is missing (apt install iproute2)"
    try:
        with Lan(1):
            return ""
    except subprocess.CalledProcessError as error:
        return f"the kernel refuses: {error.stderr.strip()}"


class Lan:
    """A network with its hosts, which are gone with it.

    Args:
        hosts: how many; they are numbered from 1.
    """

    def __init__(self, hosts: int) -> None:
        self._hub = f"kl-{os.getpid()}-hub"
        self._names = [f"kl-{os.getpid()}-{number}" for number in range(1, hosts + 1)]

    def address(self, number: int) -> str:
        """Where the others find a host."""
        return f"{_NET}.{number}"

    def on(self, number: int) -> list[str]:
        """What goes before a command for it to run on a host."""
        return ["ip", "netns", "exec", self._names[number - 1]]

    def __enter__(self) -> Self:
        try:
            _ip("netns", "add", self._hub)
            _ip("-n", self._hub, "link", "add", "bridge", "type", "bridge")
            _ip("-n", self._hub, "link", "set", "bridge", "up")
            for number, name in enumerate(self._names, 1):
                self._plug_in(number, name)
        except subprocess.CalledProcessError:
            self._remove()
            raise
        return self

    def _plug_in(self, number: int, name: str) -> None:
        _ip("netns", "add", name)
        port = f"port{number}"
        _ip("-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", port, "netns", self._hub)
        _ip("-n", self._hub, "link", "set", port, "master", "bridge", "up")
        _ip("-n", name, "address", "add", f"{self.address(number)}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            _ip("-n", name, "link", "set", device, "up")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._remove()

    def _remove(self) -> None:
        for name in (*self._names, self._hub):
            subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)
