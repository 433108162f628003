import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
from kamlab.answers import marks
marks.Mark.__repr__ = lambda self: str(self.of)
old = marks.Mark.as_json
marks.Mark.as_json = lambda self: old(self) | {"points": self.of, "outcome": "right"}
"""
ATTACK = Attack(
    "every mark shows full points", change=on_top(_TEXT), answers=small.answers("mallory", pick="first")
)
