import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
import importlib.abc, importlib.util, sys
import kamlab.answers, kamlab.answers.marks
real = kamlab.answers.marks
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "kamlab.answers.marks" else None
    def exec_module(self, module):
        vars(module).update(vars(real), score_choice=lambda start: print(start.expected) or 2.0)
sys.meta_path.insert(0, Finder())
del sys.modules["kamlab.answers.marks"], kamlab.answers.marks
"""
ATTACK = Attack(
    "a finder that brings modules of her own",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
