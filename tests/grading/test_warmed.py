"""The two processes of a submission, run for real: what passes, what does not, and that nothing is left."""

import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psutil
import pytest

from kamlab.grading.forks import Forks
from kamlab.grading.inside.wire import ClosedError
from kamlab.grading.sandbox import Caps
from kamlab.grading.warmed import Recipe, Warmed, join

CAPS = Caps(cell=2, submission=8, disk=8 * 2**20, file=2**20, processes=12)


@pytest.fixture(scope="module")
def warmed() -> Iterator[Warmed]:
    with Warmed(CAPS).warm(Recipe()) as process:
        yield process


def step(
    cell: int, role: str, source: str, last: str | None = None, reads: tuple[str, ...] = ()
) -> dict[str, Any]:
    """One cell as the pipeline hands it over: ours compiled, the trainee's as text."""
    ours = role != "own"
    return {
        "cell": cell,
        "role": role,
        "source": "" if ours else source,
        "body": compile(source, f"cell {cell}", "exec") if ours else None,
        "last": compile(last, f"cell {cell}", "eval") if last else None,
        "reads": list(reads),
    }


def run(
    warmed: Forks, own: str, *tests: dict[str, Any], files: dict[str, bytes] | None = None
) -> dict[str, Any]:
    first = {
        "environment": {"KAMLAB_TRAINEE_CODE": "AAAA"},
        "files": files or {},
        "prefix": [step(0, "given", "base = 10")],
        "own_code": True,
    }
    answer = warmed.run(first, [step(1, "own", own), *tests])
    answer["by_cell"] = dict(answer["cells"])
    return answer


def shown(answer: dict[str, Any], cell: int) -> list[str]:
    """What a cell showed, in a word or two each."""
    outputs = answer["by_cell"][cell]
    return [each.get("text") or each.get("ename") or each["data"]["text/plain"] for each in outputs]


def test_a_test_reads_what_the_trainee_made(warmed: Warmed) -> None:
    own = "import pandas as pd\nfound = pd.Series([1.0, 2.0], index=['a', 'b']) + base"
    answer = run(warmed, own, step(2, "test", "", "float(found.sum())", ("found",)))
    assert shown(answer, 2) == ["23.0"]
    assert answer["notes"] == []


def test_a_test_calls_what_the_trainee_wrote_and_meets_its_errors(warmed: Warmed) -> None:
    own = "def share(part, whole=1):\n    if whole == 0: raise ValueError('nothing')\n    return part / whole"
    checks = "try:\n    share(1, 0)\n    kind = 'none'\nexcept ValueError as error:\n    kind = str(error)"
    answer = run(warmed, own, step(2, "test", checks, "(share(1, whole=4), kind)", ("share",)))
    assert shown(answer, 2) == ["(0.25, 'nothing')"]


def test_the_trainees_cell_sees_its_files_and_shows_its_outputs(warmed: Warmed) -> None:
    answer = run(warmed, "print(open('note.txt').read())\nbase + 1", files={"note.txt": b"hello"})
    assert shown(answer, 1) == ["hello\n", "11"]


def test_what_the_trainee_changes_does_not_reach_the_tests(warmed: Warmed) -> None:
    own = (
        "import builtins\nbuiltins.abs = lambda _x: 0\nbase = 99\n"
        "open('note.txt', 'w').write('changed')\n"
        "class Same:\n    def __eq__(self, other): return True\nfound = Same()"
    )
    test = step(2, "test", "", "(abs(-3), base, open('note.txt').read(), 'found' in globals())", ("found",))
    answer = run(warmed, own, test, files={"note.txt": b"hello"})
    assert shown(answer, 2) == ["(3, 10, 'hello', False)"]
    assert answer["notes"] == [["no-data", "found", "Same"]]


@pytest.mark.parametrize(
    ("own", "error"),
    [
        ("import socket\nsocket.socket()", "PermissionError"),
        ("import subprocess\nsubprocess.run(['id'])", "PermissionError"),
        ("open('/etc/passwd')", "FileNotFoundError"),
        ("open('/proc/self/environ')", "FileNotFoundError"),
        ("open('/usr/stolen', 'w')", "OSError"),
        ("open('/tmp/left', 'w')", "OSError"),
        ("open('big', 'wb').write(b'x' * 2**21)", "OSError"),
        ("data = bytes(2**40)", "MemoryError"),
        ("import os\nos.setuid(1)", "OSError"),
        ("import os\nos.memfd_create('x')", "PermissionError"),
        ("import mmap\nmmap.mmap(-1, 4096)", "PermissionError"),
        ("import socket\nsocket.socketpair(socket.AF_NETLINK)", "PermissionError"),
        ("import socket\none, _ = socket.socketpair()\none.sendmsg([b'x'])", "PermissionError"),
        ("open('/dev/zero')", "FileNotFoundError"),
        ("import os\n[os.pipe() for _ in range(40)]", "OSError"),
        ("while True:\n    pass", "CellTooLongError"),
        ("raise SystemExit(3)", "SystemExit"),
    ],
)
def test_what_is_forbidden_fails_with_an_error_and_the_rest_goes_on(
    warmed: Warmed, own: str, error: str
) -> None:
    answer = run(warmed, own, step(2, "test", "", "base"))
    kind, cell, said = answer["notes"][0]
    assert (kind, cell, said.split(":")[0]) == ("raised", "1", error)
    assert shown(answer, 2) == ["10"]


def test_the_room_is_the_trainees_own(warmed: Warmed) -> None:
    own = "import os\n(os.getpid(), os.getppid(), sorted(os.listdir('.')), list(os.environ))"
    answer = run(warmed, own)
    pid, parent, files, names = eval(shown(answer, 1)[-1])  # noqa: S307 - what this test asked for
    assert (pid, parent, files) == (1, 0, [])
    assert "KAMLAB_TRAINEE_CODE" in names
    assert not [name for name in names if "SECRET" in name or "TOKEN" in name]


@pytest.mark.parametrize(
    "own",
    [
        "import os\nos._exit(0)",
        "import signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(60)",
        "import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'\\xff' * 64)\n    except OSError: pass",
    ],
)
def test_a_process_that_ends_hangs_or_lies_costs_only_its_own_names(warmed: Warmed, own: str) -> None:
    answer = run(warmed, own, step(2, "test", "", "'found' in globals()", ("found",)))
    assert shown(answer, 2) == ["False"]
    assert answer["gone"] in {"ended", "late", "large"}
    assert answer["notes"][0][0] in {"gone", "gone-asked"}


def test_a_fork_bomb_and_daemons_are_gone_with_the_submission(warmed: Warmed) -> None:
    own = (
        "import os, time\nfor _ in range(50):\n    try:\n        if os.fork() == 0:\n"
        "            os.setsid()\n            time.sleep(100)\n            os._exit(0)\n"
        "    except OSError as error:\n        last = error\nlast"
    )
    run(warmed, "pass")  # the trusted process is there
    before = psutil.Process(warmed._process.pid).children(recursive=True)
    answer = run(warmed, own)
    assert "Resource temporarily unavailable" in shown(answer, 1)[-1]
    assert psutil.Process(warmed._process.pid).children(recursive=True) == before


def test_a_flood_of_output_is_cut_and_costs_nothing(warmed: Warmed) -> None:
    own = "for _ in range(300):\n    print('x' * 10_000)\nfound = 5"
    answer = run(warmed, own, step(2, "test", "", "found", ("found",)))
    assert shown(answer, 2) == ["5"]
    assert len(shown(answer, 1)[0]) <= 200_000


def test_one_submission_leaves_nothing_for_the_next(warmed: Warmed) -> None:
    run(
        warmed,
        "import os, pandas\nopen('left', 'w').close()\nos.environ['LEFT'] = '1'\npandas.left = left = 1",
    )
    own = (
        "import os, pandas\n"
        "('LEFT' in os.environ, hasattr(pandas, 'left'), 'left' in globals(), os.listdir())"
    )
    assert shown(run(warmed, own), 1) == ["(False, False, False, [])"]


def test_the_tests_are_nowhere_in_the_trainees_process(warmed: Warmed) -> None:
    own = (
        "import gc\nword = 'the-hidden-' + 'figure'\n"
        "gc.unfreeze()\n"
        "lists = [each for each in gc.get_objects() if isinstance(each, (list, dict, tuple))]\n"
        "texts = [one for each in lists for one in each if isinstance(one, str)]\n"
        "sum(word in one and one is not word for one in texts)"
    )
    answer = run(warmed, own, step(2, "test", "secret = 'the-hidden-figure'", "secret"))
    assert shown(answer, 1) == ["0"]
    assert shown(answer, 2) == ["'the-hidden-figure'"]


def test_tests_draw_the_same_for_every_submission(warmed: Warmed) -> None:
    draw = step(2, "test", "import random, numpy", "(random.random(), float(numpy.random.random()))")
    assert shown(run(warmed, "pass", draw), 2) == shown(run(warmed, "pass", draw), 2)


def test_figures_and_filters_of_our_cells_are_gone_with_their_job(warmed: Warmed) -> None:
    look = "import warnings, matplotlib.pyplot as plt\nseen = len(plt.get_fignums()), len(warnings.filters)"
    leaves = (
        "plt.plot([1, 2])\nwarnings.simplefilter('ignore')\nwarnings.filterwarnings('error', 'of a test')"
    )
    found = [run(warmed, "pass", step(2, "test", f"{look}\n{leaves}", "seen")) for _ in range(2)]
    assert shown(found[0], 2) == shown(found[1], 2)
    assert shown(found[0], 2)[0].startswith("(0, ")


def test_nothing_of_an_earlier_submission_is_in_the_trainees_process(warmed: Warmed) -> None:
    run(
        warmed,
        "mine = 'the-earlier-' + 'work'\nfound = mine",
        step(2, "test", "secret = 'the-earlier-figure'", "found", ("found",)),
        files={"answers.json": b"the-earlier-answers"},
    )
    own = (
        "import ctypes, gc, os, re\n"
        "what = re.compile(b'the-' + b'earlier-(?:work|figure|answers)')\n"
        "gc.unfreeze()\n"
        "seen = [each for each in gc.get_objects() if isinstance(each, (list, dict, tuple))]\n"
        "places = {id(one) >> 20 for each in seen for one in each}\n"  # the megabytes in which objects lie
        "libc, (read, write) = ctypes.CDLL(None), os.pipe()\n"
        "pages, found = 0, 0\n"
        "for page in (256 * place + page for place in places for page in range(256)):\n"
        "    if libc.write(write, ctypes.c_void_p(page << 12), 4096) == 4096:\n"
        "        pages, found = pages + 1, found + bool(what.search(os.read(read, 4096)))\n"
        "mine = b'the-' + bytes([101]) + b'arlier-work'\n"
        "libc.write(write, mine, len(mine))\n"
        "(pages > 5000, found, bool(what.search(os.read(read, 99))))"
    )
    assert shown(run(warmed, own), 1) == ["(True, 0, True)"]


def test_a_submission_that_never_answers_costs_only_its_own_names(warmed: Warmed) -> None:
    endless = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    own = f"import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\n{endless}"
    start = time.monotonic()
    answer = run(warmed, own, step(2, "test", "", "base"))
    assert shown(answer, 2) == ["10"]
    assert answer["gone"] == "late"
    assert time.monotonic() - start < CAPS.submission


def test_a_trusted_process_that_still_holds_much_is_replaced(
    warmed: Warmed, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(warmed, "found = 1")
    first = warmed.trusted_pid
    run(warmed, "found = 2")
    assert warmed.trusted_pid == first
    monkeypatch.setattr("kamlab.grading.forks._TIDY", 1)
    run(warmed, "found = 3")
    assert warmed.trusted_pid == 0
    assert shown(run(warmed, "found = 4", step(2, "test", "", "found", ("found",))), 2) == ["4"]


def test_after_many_jobs_another_process_runs_the_tests(
    warmed: Warmed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamlab.grading.forks.JOBS", 2)
    seen = []
    for _ in range(4):
        run(warmed, "found = 1")
        seen.append(warmed.trusted_pid)
    assert 0 in seen


def test_what_a_test_makes_is_gone_with_its_job(warmed: Warmed) -> None:
    leaves = "import os\nmade = 1\nopen('of-a-test', 'w').close()\nos.mkdir('folder')"
    run(warmed, "pass", step(2, "test", leaves), files={"note.txt": b"hello"})
    look = "('made' in globals(), sorted(os.listdir()), os.environ.get('KAMLAB_TRAINEE_CODE'))"
    answer = run(warmed, "pass", step(2, "test", "import os", look))
    assert shown(answer, 2) == ["(False, [], 'AAAA')"]


def test_python_still_does_with_memory_pairs_of_sockets_and_threads_what_it_needs(warmed: Warmed) -> None:
    own = (
        "import asyncio, io, mmap, tempfile, threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "async def one(): return await asyncio.to_thread(lambda: 1)\n"
        "with tempfile.TemporaryFile() as file:\n"
        "    file.write(b'abc')\n    file.flush()\n    mapped = mmap.mmap(file.fileno(), 3)[:]\n"
        "with ThreadPoolExecutor(4) as pool:\n    squares = sum(pool.map(lambda x: x * x, range(9)))\n"
        "loop = asyncio.new_event_loop()\nfound = loop.run_until_complete(one()), mapped, squares, "
        "bytes(mmap.mmap(-1, 3, mmap.MAP_PRIVATE))"
    )
    answer = run(warmed, own, step(2, "test", "", "found", ("found",)))
    assert shown(answer, 2) == ["(1, b'abc', 204, b'\\x00\\x00\\x00')"]


@pytest.fixture
def host() -> Iterator[Warmed]:
    """One that others share."""
    with Warmed(CAPS).warm(Recipe()) as process:
        yield process


def test_others_share_what_is_warm_and_do_not_meet(host: Warmed) -> None:
    path = host.open_door()
    assert host.open_door() == path
    guests = [join(path, CAPS) for _ in range(2)]
    for guest in (*guests, *guests, host):
        assert guest is not None
        answer = run(guest, "found = base + 1", step(2, "test", "", "found", ("found",)))
        assert shown(answer, 2) == ["11"]
    pids = {each.trusted_pid for each in (*guests, host) if each}
    assert len(pids) == 3
    assert 0 not in pids
    for guest in guests:
        assert guest is not None
        guest.close()


def _below(host: Warmed) -> list[psutil.Process]:
    return psutil.Process(host._process.pid).children(recursive=True)


def _gone(processes: list[psutil.Process]) -> list[psutil.Process]:
    return psutil.wait_procs(processes, timeout=10)[1]


def test_a_guest_that_leaves_takes_all_its_processes_along(host: Warmed) -> None:
    path = host.open_door()
    before = _below(host)
    guest = join(path, CAPS)
    assert guest is not None
    run(guest, "found = 1")
    assert len(_below(host)) == len(before) + 2  # a twin and its trusted process
    guest.close()
    assert _gone([each for each in _below(host) if each not in before]) == []


def test_a_guest_that_dies_in_the_middle_leaves_no_code_of_a_trainee_running(host: Warmed) -> None:
    path = host.open_door()
    before = _below(host)
    guest = join(path, CAPS)
    assert guest is not None
    with ThreadPoolExecutor() as threads:
        working = threads.submit(run, guest, "while True: pass")
        while len(_below(host)) < len(before) + 3:  # a twin, its trusted process and the trainee's
            time.sleep(0.05)
        guest._control.shutdown(socket.SHUT_RDWR)  # as the kernel does it for a worker that was killed
        assert _gone([each for each in _below(host) if each not in before]) == []
        with pytest.raises(ClosedError):
            working.result()


def test_guests_are_other_users_so_that_none_takes_what_another_may_have(host: Warmed) -> None:
    if os.geteuid():
        pytest.skip("an ordinary user has no other users to give")
    guests = [join(host.open_door(), CAPS) for _ in range(2)]
    users = [shown(run(guest, "import os\nos.getuid()"), 1)[-1] for guest in guests if guest]
    assert len(set(users)) == 2
    assert "0" not in users
    for guest in guests:
        assert guest is not None
        guest.close()


def test_the_trainees_process_holds_one_socket_and_finds_no_door(host: Warmed) -> None:
    guest = join(host.open_door(), CAPS)
    assert guest is not None
    own = (
        "import os, stat\nsockets = 0\nfor number in range(64):\n    try:\n"
        "        sockets += stat.S_ISSOCK(os.fstat(number).st_mode)\n    except OSError: pass\n"
        f"(sockets, os.path.exists({host.open_door()!r}))"
    )
    assert shown(run(guest, own), 1) == ["(1, False)"]  # to the trusted process
    guest.close()


def test_a_door_leads_nowhere_when_what_was_behind_has_gone() -> None:
    with Warmed(CAPS).warm(Recipe()) as passing:
        path = passing.open_door()
        passing._process.kill()
        passing._process.wait()
        for _ in range(50):
            guest = join(path, CAPS)
            if guest is None:
                break
            guest.close()
            time.sleep(0.1)
        assert guest is None
    assert join(path, CAPS) is None
    assert join("/nowhere", CAPS) is None


def test_cells_run_without_pushing_others_aside(warmed: Warmed) -> None:
    look = "import os\nos.sched_getscheduler(0) == os.SCHED_BATCH"
    answer = run(warmed, look, step(2, "test", "import os", "os.sched_getscheduler(0) == os.SCHED_BATCH"))
    assert shown(answer, 1) == shown(answer, 2) == ["True"]
