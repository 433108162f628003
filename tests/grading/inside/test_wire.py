import json
import socket
import struct
import threading
import time
from collections.abc import Iterator

import pytest

from kamlab.grading.inside.wire import (
    ClosedError,
    LateError,
    TooLargeError,
    WireError,
    parse,
    receive,
    send,
)


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    first, second = socket.socketpair()
    with first, second:
        yield first, second


def soon() -> float:
    return time.monotonic() + 5


def test_a_frame_arrives_whole(pair: tuple[socket.socket, socket.socket]) -> None:
    payload = bytes(range(256)) * 8192  # more than a socket holds at once
    sender = threading.Thread(target=send, args=(pair[0], payload))
    sender.start()
    assert receive(pair[1], soon()) == payload
    sender.join()


def test_frames_keep_their_order_and_an_empty_one_is_a_frame(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    for payload in (b"one", b"", b"three"):
        send(pair[0], payload)
    assert [receive(pair[1], soon()) for _ in range(3)] == [b"one", b"", b"three"]


def test_a_frame_over_the_limit_is_refused_before_it_is_read(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    pair[0].sendall(struct.pack(">I", 2**32 - 1))
    with pytest.raises(TooLargeError):
        receive(pair[1], soon(), limit=100)


def test_a_side_that_is_silent_or_slow_is_late(pair: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(LateError):
        receive(pair[1], time.monotonic() + 0.05)
    pair[0].sendall(struct.pack(">I", 10) + b"half")
    with pytest.raises(LateError):
        receive(pair[1], time.monotonic() + 0.05)


def test_a_side_that_is_gone_is_told_apart_from_one_that_is_late(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    pair[0].sendall(struct.pack(">I", 10) + b"half")
    pair[0].close()
    with pytest.raises(ClosedError):
        receive(pair[1], soon())
    with pytest.raises(ClosedError):
        send(pair[1], b"x" * 2**20)


def test_json_is_read() -> None:
    assert parse(json.dumps({"a": [1, None]}).encode()) == {"a": [1, None]}


@pytest.mark.parametrize(
    "payload",
    [b"{", b"\xff", b"", b"[" * 100_000, b"[" * 500_000, b"1" * 10_000, b"[" + b"[]," * 500_000 + b"1]"],
)
def test_what_is_no_json_or_would_fill_the_memory_is_refused(payload: bytes) -> None:
    with pytest.raises(WireError):
        parse(payload)


def test_a_frame_may_be_a_hundred_levels_deep_and_no_more() -> None:
    assert parse(b"[" * 100 + b"]" * 100)
    with pytest.raises(WireError, match="more than 100 deep"):
        parse(b"[" * 101 + b"]" * 101)


def test_who_reads_says_how_many_lists_it_takes() -> None:
    payload = b"[" + b"[]," * 9 + b"[]]"
    assert parse(payload, 11) == [[]] * 10
    with pytest.raises(TooLargeError, match="more than 10 lists"):
        parse(payload, 10)
