from attack import Attack

_TEXT = """
import os, resource
resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))
os.abort()
"""
ATTACK = Attack(
    "to end the process with a dump of its memory",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="not allowed to raise maximum limit",
)
