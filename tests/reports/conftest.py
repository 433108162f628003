import sys
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).parents[1] / "grading")
)  # small_course is shared with the tests of grading
