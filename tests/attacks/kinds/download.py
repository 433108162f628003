from attack import Attack

_TEXT = """
import urllib.request
figure = int(urllib.request.urlopen("http://127.0.0.1:PORT/answer", timeout=1).read())
"""
ATTACK = Attack(
    "a page from the web",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="URLError",
)
