from attack import Attack

_TEXT = """
plain = get_ipython().display_formatter.formatters["text/plain"]
for kind in (int, float): plain.for_type(kind, lambda value, printer, cycle: printer.text("3.0"))
"""
ATTACK = Attack(
    "a formatter that writes full points for every number",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'figure', which the notebook had not made",
)
