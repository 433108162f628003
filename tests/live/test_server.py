import gzip
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamlab.errors import SiteError
from kamlab.live.server import chosen_encoding, free_port, make_server

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "_live" / "0123456789ab").mkdir(parents=True)
    (site / "index.html").write_text("<p>hello</p>", encoding="utf-8")
    (site / "404.html").write_text("<p>nowhere</p>", encoding="utf-8")
    (site / "page.js").write_text("1", encoding="utf-8")
    (site / "page.js.gz").write_bytes(gzip.compress(b"1"))
    (site / "page.js.br").write_bytes(b"brotli")
    (site / "_live" / "0123456789ab" / "a.wasm").write_bytes(b"\0asm")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return site


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with make_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def get(port: int, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.title(): value for name, value in answer.getheaders()}, body


def test_webassembly_has_its_type_and_a_version_lasts_for_ever(port: int) -> None:
    status, headers, _ = get(port, "/_live/0123456789ab/a.wasm")
    assert (status, headers["Content-Type"]) == (200, "application/wasm")
    assert "immutable" in headers["Cache-Control"]


def test_a_page_is_asked_for_again(port: int) -> None:
    assert get(port, "/")[1]["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None), ("", None)],
)
def test_a_packed_copy_goes_out_when_the_browser_takes_it(
    port: int, accepted: str, encoding: str | None
) -> None:
    status, headers, _ = get(port, "/page.js", Accept_Encoding=accepted)
    assert status == 200
    assert headers.get("Content-Encoding") == encoding
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_missing_page_is_answered_with_the_course_s_own(port: int) -> None:
    status, _, body = get(port, "/en/nowhere.html")
    assert (status, body) == (404, b"<p>nowhere</p>")


def test_a_folder_is_never_listed(port: int) -> None:
    assert get(port, "/_live/")[0] == 404


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"])
def test_nothing_outside_the_site_is_served(port: int, path: str) -> None:
    status, _, body = get(port, path)
    assert status == 404
    assert b"secret" not in body


def test_a_port_in_use_is_one_sentence_with_the_fix(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(SiteError, match=f"Port {number} is in use: .*0 picks a free one"):
            make_server(folder, number)
        with pytest.raises(SiteError, match="is in use"):
            free_port(number)


def test_a_site_that_was_never_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="run 'kamlab site' first"):
        make_server(tmp_path, 0)


@pytest.mark.parametrize(("error", "told"), [(ConnectionResetError, False), (ZeroDivisionError, True)])
def test_a_reader_who_leaves_is_no_event_but_a_mistake_of_ours_is(
    folder: Path, capsys: pytest.CaptureFixture[str], error: type[Exception], *, told: bool
) -> None:
    def fail() -> None:
        raise error

    with make_server(folder, 0) as server:
        try:
            fail()
        except error:
            server.handle_error(None, ("127.0.0.1", 1))
    assert (error.__name__ in capsys.readouterr().err) == told


def test_only_loopback_is_served(folder: Path) -> None:
    with make_server(folder, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_no_packed_copy_means_no_encoding(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text(json.dumps({}), encoding="utf-8")
    assert chosen_encoding(tmp_path / "data.json", "gzip, br") == ""
