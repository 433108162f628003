"""A door on this machine at which nobody may knock."""

import socket
import threading
from functools import partial

__all__ = ["Door"]


class Door:
    """Listens for TCP connections and UDP packets on loopback, and on a socket that no file stands for."""

    def __init__(self) -> None:
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        self._local = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._local.bind(f"\0kamlab-door-{self.port}")
        self.knocks: list[object] = []
        for wait in (self._accept, partial(self._receive, self._udp), partial(self._receive, self._local)):
            threading.Thread(target=wait, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, address = self._tcp.accept()
            except OSError:
                return
            self.knocks.append(address)
            connection.close()

    def _receive(self, packets: socket.socket) -> None:
        while True:
            try:
                self.knocks.append(packets.recv(100))
            except OSError:
                return

    def close(self) -> None:
        """Stop listening."""
        self._tcp.close()
        self._udp.close()
        self._local.close()
