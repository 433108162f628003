import pytest

from kamlab.i18n import Translator


@pytest.fixture
def t() -> Translator:
    return Translator("en")
