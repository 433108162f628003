import small_course as small
from attack import Attack

ATTACK = Attack(
    "answers that bring their marks",
    answers=small.answers(
        "mallory", pick="first", points=100, outcome="right", mark={"pick": 2.0}, scores=[2.0]
    ),
)
