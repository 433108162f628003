from attack import Attack

_TEXT = """
class Lazy:
    def __eq__(self, other): return True
    def __array__(self, *rest, **options): return self.run()
    def __array_ufunc__(self, *rest, **options): return self.run()
    def __float__(self): return self.run()
    def __index__(self): return self.run()
    def run(self): return open("/tmp/left_behind", "w") and print("the-attack-succeeded")
figure = Lazy()
"""
ATTACK = Attack(
    "an object that runs code in whoever makes an array or a number of it",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="no data but Lazy",
)
