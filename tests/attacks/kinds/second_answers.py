import small_course as small
from attack import Attack

ATTACK = Attack(
    "several files of answers, one of which must be right",
    answers=small.answers("mallory", pick="first"),
    files={
        name: small.answers("mallory", pick="second")
        for name in ("answers (1).json", "answer.json.bak", "a/answers.json", "answers-2.json")
    },
)
