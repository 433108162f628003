"""The loader's parts that need no browser, tested in Node."""

from pathlib import Path

import pytest

from kamlab.live import node

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name)
def test_models_outboxes_and_answers_ahead_keep_their_promises(file: Path) -> None:
    said = node.run_node(Path("--test"), "--test-reporter=tap", str(file), cwd=HERE)
    assert "# fail 0" in said
    assert "# pass 0" not in said
