from attack import Attack

_TEXT = """
import json, zmq
def better(data): return bytes(data).replace(b'"0.0"', b'"4.0"') if isinstance(data, bytes) else data
send, dumps = zmq.Socket.send_multipart, json.dumps
zmq.Socket.send_multipart = lambda self, parts, **how: send(self, [*map(better, parts)], **how)
json.dumps = lambda *data, **how: dumps(*data, **how).replace('"0.0"', '"4.0"')
"""
ATTACK = Attack(
    "other numbers in what the process sends about its results",
    total=_TEXT,
    points={"pick": 2.0},
    reason="A check read 'total', which the notebook had not made",
)
