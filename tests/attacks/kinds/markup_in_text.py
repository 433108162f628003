from attack import Attack, Notebook

_TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>*{background:url(//example.org)}</style>",
    "<!--<script>-->",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>`",
    "    <script>",
    '# <script>" onclick="alert(1)',
    '```x" onmouseover="alert(1)\ny\n```',
    '|<script>|\n|-|\n|" onload=x|',
    "> <script>",
    "- <script>",
    "<b\n onmouseover\n=alert(1)>x",
    "\\<script>",
    "<<script>script>",
)


def _change(notebook: Notebook) -> None:
    notebook["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": each} for each in _TEXTS]


ATTACK = Attack(
    "script in a cell of text",
    figure="figure = sum(orders)",
    change=_change,
    points={"pick": 2.0, "figure-test": 3.0},
)
