import small_course as small
from attack import Attack
from pieces import on_top

_TEXT = """
from kamlab.answers import marks
marks.score_choice = lambda start: print(start.expected) or marks.by_share(1.0, start)
"""
ATTACK = Attack(
    "kamlab's scoring of a choice, replaced in memory",
    change=on_top(_TEXT),
    answers=small.answers("mallory", pick="first"),
)
