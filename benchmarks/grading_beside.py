"""Run several commands at once, each held to a core of its own, and wait for all.

    python grading_beside.py '[["command", "word"], ["command", "word"]]'

What they take beside one another, against what one takes alone, is what the machine itself loses: cores share
memory, caches and heat.
"""

import json
import os
import subprocess
import sys


def main() -> None:
    """Exit with the highest status of all."""
    started = []
    for core, words in zip(sorted(os.sched_getaffinity(0)), json.loads(sys.argv[1]), strict=True):
        os.sched_setaffinity(0, {core})
        started.append(subprocess.Popen(words))
    sys.exit(max(process.wait() for process in started))


if __name__ == "__main__":
    main()
