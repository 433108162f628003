from attack import Attack

ATTACK = Attack(
    "answers that are a program",
    answers=b"__import__('os').system('touch /tmp/left_behind')",
    reason="is damaged",
)
