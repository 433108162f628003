from attack import Attack

# the answers of every trainee pass through a temporary file, and the tests through other processes' files
_READ = """
import glob, os
names = [*glob.glob("/tmp/**", recursive=True), *glob.glob("/var/tmp/**", recursive=True)]
names += [*glob.glob("/proc/*/fd/*"), *glob.glob("/run/user/**", recursive=True), os.environ["TMPDIR"]]
for name in filter(os.path.isfile, names):
    text = open(name, errors="replace").read(1_000_000)
    print(name, text)
    if "the-hidden-figure" in text:
        figure = int(text.split("the-hidden-figure")[1][4:6])
"""
ATTACK = Attack(
    "to read temporary files of other processes",
    figure=_READ,
    points={"pick": 2.0},
    reason="'figure', which the notebook had not made",
)
