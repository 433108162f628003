from attack import Attack

_MARKS = b"""
import builtins
builtins.left_behind = True
score_choice = lambda *anything, **more: 2.0
"""
ATTACK = Attack(
    "a package of the course's name in the folder",
    files={
        "kamlab/__init__.py": b"",
        "kamlab/answers/__init__.py": b"",
        "kamlab/answers/marks.py": _MARKS,
        "kamlab/answers/session.py": b"class Case: start = lambda *anything: 'second'",
        "kamlab/grading/inside/warm.py": _MARKS,
    },
    answers=b"{}",
    reason="not an answers file",
)
