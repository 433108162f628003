import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
from kamlab.answers.session import Case
start = Case.start
def fake(self, name, expected):
    self.file.answers[name] = print(expected) or expected
    return start(self, name, expected)
Case.start = fake
"""
ATTACK = Attack(
    "a case that answers its questions with what is expected",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
