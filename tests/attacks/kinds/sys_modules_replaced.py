import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
import sys, types
import kamlab.answers, kamlab.answers.marks
real = kamlab.answers.marks
fake = types.ModuleType(real.__name__)
vars(fake).update(vars(real), score_choice=lambda start: print(start.expected) or 2.0)
sys.modules[real.__name__] = kamlab.answers.marks = fake
"""
ATTACK = Attack(
    "a module of her own under the name of kamlab's",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
