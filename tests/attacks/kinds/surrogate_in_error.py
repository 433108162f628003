from attack import Attack

_TEXT = """
raise ValueError(chr(0xD800))
"""
ATTACK = Attack(
    "half a character in the words of an error", figure=_TEXT, points={"pick": 2.0}, reason="ValueError"
)
