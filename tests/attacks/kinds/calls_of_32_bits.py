from attack import Attack

# a filter that knows one set of numbers only lets through what the other means
_TEXT = """
import ctypes, mmap
code = bytes.fromhex("b867010000" "bb02000000" "b901000000" "ba00000000" "cd80" "c3")  # socket(2, 1, 0)
page = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE, 7)
page.write(code)
call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
if call() >= 0: print("the-attack-succeeded")
"""
ATTACK = Attack(
    "system calls by the door of 32-bit programs, whose numbers differ",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="ended its own process",
)
