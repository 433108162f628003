"""Pieces that several attacks are made of: texts of cells, and changes to the notebook."""

from collections.abc import Callable
from typing import Any

__all__ = ["CLOSE", "WIRE", "on_top"]

CLOSE = """
class Close(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
""".lstrip()

# the socket over which her process is asked, and a function that speaks on it
WIRE = """
import gc, json, os, socket, struct, time
gc.unfreeze()  # what is frozen is in no list of objects
sock = next(each for each in gc.get_objects() if type(each) is socket.socket and each.fileno() > 2)
def frame(data):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    sock.sendall(struct.pack(">I", len(data)) + data)
""".lstrip()


def on_top(source: str) -> Callable[[dict[str, Any]], object]:
    """A change: a cell of hers above all of ours."""
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    return lambda notebook: notebook["cells"].insert(0, cell)
