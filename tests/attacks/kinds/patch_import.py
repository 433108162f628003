import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
import builtins
from types import SimpleNamespace
real = builtins.__import__
full = SimpleNamespace(score_choice=lambda start: 2.0)
def fake(name, *rest):
    found = real(name, *rest)
    if name == "kamlab.answers": found.marks = full
    return found
builtins.__import__ = fake
"""
ATTACK = Attack(
    "__import__ that hands out marks of her own",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
