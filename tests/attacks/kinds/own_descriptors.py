from attack import Attack

_READ = """
import os, socket
for number in range(256):
    try: os.set_blocking(number, False)
    except OSError: continue
    for read in (lambda: os.pread(number, 1 << 20, 0), lambda: os.read(number, 1 << 20)):
        try: text = read()
        except OSError: continue
        print(number, text)
        if b"the-hidden-figure" in text:
            figure = int(text.split(b"the-hidden-figure")[1][4:6])
    try:  # perhaps somebody hands over descriptors that lead outside
        _, handed, _, _ = socket.recv_fds(socket.socket(fileno=os.dup(number)), 1, 10)
        print(handed, [os.listdir(each) for each in handed])
    except OSError:
        pass
for number in range(256):
    try: os.set_blocking(number, True)
    except OSError: continue
"""
ATTACK = Attack(
    "to read from descriptors that were left open",
    figure=_READ,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
