from attack import Attack

_TEXT = """
import builtins
real = builtins.int
class Kind(type):
    def __instancecheck__(cls, value): return isinstance(value, real)
class Spy(real, metaclass=Kind):
    def __new__(cls, *given, **options):
        if given and isinstance(given[0], str) and len(given[0]) == 2: return print(given[0]) or -1
        return real(*given, **options)
builtins.int = Spy
figure = -1
"""
ATTACK = Attack(
    "int() hands the hidden figure to whoever replaced it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="TraineeError",
)
