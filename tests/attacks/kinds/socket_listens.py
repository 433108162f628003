from attack import Attack

_TEXT = """
import http.server
server = http.server.HTTPServer(("", 0), http.server.SimpleHTTPRequestHandler)
print("the-attack-succeeded", server.server_port)
server.handle_request()
"""
ATTACK = Attack(
    "a server that hands out the folder to whoever comes",
    figure=_TEXT,
    points={"pick": 2.0},
    reason="PermissionError",
)
