from attack import Attack

_TEXT = r"""
from IPython.display import HTML, Javascript, Latex, Markdown, display
bad = "<img src=x onerror='the-attack-succeeded'>"
display(HTML(bad), Javascript(bad), Markdown(bad), Latex("$\href{the-attack-succeeded}{x}$"))
kinds = ("image/svg+xml", "image/png", "text/latex", "application/vnd.jupyter.widget-view+json")
for kind in kinds: display({kind: f"'><script>{bad}</script>"}, metadata={kind: {"alt": bad}}, raw=True)
"""
ATTACK = Attack(
    "a page and a script for the browser of whoever opens the notebook",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
