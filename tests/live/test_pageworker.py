"""The Python half of a live page, run here instead of in a browser."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import comm
import pytest
from doubling import DOUBLING
from ipywidgets.widgets import widget

from kamlab.live import pageworker, standin

SHOWN = [["layout1", "LayoutModel"], ["model1", "__main__.Doubling"]]
WORDS = "from kamlab.errors import DataError\nraise DataError('The code {code} is wrong.', code='X')"


@pytest.fixture(autouse=True)
def _worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(comm, "create_comm", comm.create_comm)  # put back what install replaces
    pageworker.install()
    yield
    for session in ("s1_", "s2_"):
        pageworker.leave(session)


def run(
    code: str, session: str = "s1_", lang: str = "en", shown: list[list[str]] | None = None
) -> dict[str, Any]:
    return json.loads(pageworker.run(session, lang, code, json.dumps(SHOWN if shown is None else shown)))


def send(x: int, session: str = "s1_", model: str = "model1") -> dict[str, Any]:
    update = json.dumps({"method": "update", "state": {"x": x}})
    return json.loads(pageworker.message(session, model, update))


def answers(reply: dict[str, Any]) -> list[str]:
    return [sent["data"]["state"]["y"] for sent in reply["messages"] if "y" in sent["data"].get("state", {})]


def test_new_models_take_the_ids_of_those_that_the_page_shows() -> None:
    reply = run(DOUBLING)
    opened = [
        (sent["comm"], sent["data"]["state"]["_model_name"])
        for sent in reply["messages"]
        if sent["t"] == "open"
    ]
    assert opened == [("layout1", "LayoutModel"), ("model1", "AnyModel")]
    assert reply["messages"][-1]["data"]["state"]["layout"] == "IPY_MODEL_layout1"
    assert reply["error"] is None


def test_a_class_that_the_page_does_not_show_gets_an_id_of_its_own() -> None:
    reply = run(DOUBLING, shown=[["other", "__main__.Other"], ["layout1", "LayoutModel"]])
    ids = [sent["comm"] for sent in reply["messages"] if sent["t"] == "open"]
    assert ids[0] == "layout1"
    assert "other" not in ids


def test_a_message_is_answered_in_the_language_of_its_page() -> None:
    run(DOUBLING, "s1_", "en")
    run(DOUBLING, "s2_", "zh")
    assert answers(send(4, "s1_")) == ["en 8"]
    assert answers(send(5, "s2_")) == ["zh 10"]


def test_a_page_that_left_is_forgotten_and_the_other_one_lives() -> None:
    run(DOUBLING, "s1_")
    run(DOUBLING, "s2_")
    pageworker.leave("s1_")
    assert send(4, "s1_")["error"]["kind"] == "KeyError"
    assert answers(send(4, "s2_")) == ["en 8"]


def test_a_cell_that_fails_leaves_no_messages_and_no_widgets() -> None:
    reply = run(DOUBLING + "\nundefined")
    assert reply["messages"] == []
    assert reply["error"]["kind"] == "NameError"
    assert "undefined" in reply["error"]["trace"]
    assert send(4)["error"]["kind"] == "KeyError"


def test_cells_of_one_page_share_their_names() -> None:
    run("import math\nradius = 2", shown=[])
    assert run("assert math.floor(radius) == 2", shown=[])["error"] is None


def test_a_failing_callback_is_told_and_the_next_one_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widget, "get_ipython", standin.get_ipython)
    run(DOUBLING)
    assert send(13)["error"]["kind"] == "ValueError"
    assert answers(send(14)) == ["en 28"]


def test_an_error_of_ours_brings_its_words_and_any_other_none() -> None:
    assert run(WORDS, shown=[])["error"]["words"] == "The code X is wrong."
    assert run("1/0", shown=[])["error"]["words"] == ""


def test_a_missing_module_is_named_as_something_that_may_arrive() -> None:
    assert run("import no_such_module", shown=[])["error"]["lacks"] is True
    assert run("1/0", shown=[])["error"]["lacks"] is False


def test_a_cell_that_would_end_python_does_not() -> None:
    assert run("raise SystemExit", shown=[])["error"]["kind"] == "SystemExit"


def test_a_value_that_json_does_not_know_is_refused() -> None:
    endless = DOUBLING.replace("Int(0)", "Float(0)").replace("self.calls += 1", "self.calls = float('inf')")
    assert run(endless)["error"]["kind"] == "ValueError"


def test_binary_traits_are_refused_with_the_fix() -> None:
    binary = DOUBLING.replace("traitlets.Int(0)", "traitlets.Bytes(b'1')").replace("self.calls += 1", "pass")
    assert "use text, numbers, lists and dicts" in run(binary)["error"]["trace"]


def test_an_archive_is_unpacked_in_steps(tmp_path: Path) -> None:

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in "abcde":
            archive.writestr(f"{name}.txt", name)
    for part in range(3):
        pageworker.unpack(str(tmp_path / "a.zip"), str(tmp_path / "out"), part, 3)
    assert [file.read_text() for file in sorted((tmp_path / "out").iterdir())] == list("abcde")
