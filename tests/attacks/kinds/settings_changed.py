import small_course as small
from attack import Attack

_EASY = (
    small.QUESTIONS.replace("points = 2", "points = 100").replace('id = "second"', 'id = "first"').encode()
)
ATTACK = Attack(
    "the course's own files, changed, beside the notebook",
    answers=small.answers("mallory", pick="first"),
    files={
        "questions.toml": _EASY,
        "course.toml": small.COURSE.replace("points = 14", "points = 1000").encode(),
        "course-secret.txt": b"known",
        "roster.csv": b"id,name\nnext,mallory\n",
        "feedback.toml": b"[pick]\nright = '<script>alert(1)</script>'",
        "nbgrader_config.py": b"open('/tmp/left_behind', 'w')",
        "conftest.py": b"open('/tmp/left_behind', 'w')",
        "gradebook.db": b"SQLite format 3",
    },
)
