"""The loader's parts that need no browser, tested in Node."""

from pathlib import Path

from kamlab.live import node


def test_models_and_outboxes_keep_their_promises() -> None:
    here = Path(__file__).parent
    assert "# fail 0" in node.run_node(
        Path("--test"), "--test-reporter=tap", str(here / "outbox.test.mjs"), cwd=here
    )
