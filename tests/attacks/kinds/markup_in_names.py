import small_course as small
from attack import Attack

# whose answers these are is said in the reason, and the reason in the gradebook
ATTACK = Attack(
    "script in the name that the answers carry",
    answers=small.answers("<img src=x onerror=alert(1)>", code="", pick="second"),
    reason="names the trainee",
)
