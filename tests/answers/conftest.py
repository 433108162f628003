"""The questions of the course's first case, and a folder like the one in which a trainee works."""

import shutil
from pathlib import Path

import pytest

from kamlab.answers.questions import QuestionSet
from kamlab.answers.questions_file import load_questions

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "solutions" / "u01" / "questions.toml"


@pytest.fixture(scope="session")
def questions() -> QuestionSet:
    return load_questions(QUESTIONS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KAMLAB_TRAINEE_CODE", raising=False)
    shutil.copy(QUESTIONS, tmp_path)
    return tmp_path
