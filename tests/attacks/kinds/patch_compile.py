from attack import Attack

_TEXT = """
import builtins
real = builtins.compile
def fake(source, *rest, **options):
    return real("4.0" if isinstance(source, str) and "total(" in source else source, *rest, **options)
builtins.compile = fake
"""
ATTACK = Attack(
    "compile() turns every later cell into full points",
    total=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'total', which the notebook had not made",
)
