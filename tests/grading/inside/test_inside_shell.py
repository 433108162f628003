from kamlab.answers.marks import MIME
from kamlab.grading.inside.shell import MARK, Outputs


def test_a_mark_has_the_same_name_inside_and_outside() -> None:
    assert MARK == MIME


def test_of_a_display_only_text_pictures_and_shallow_marks_are_kept() -> None:
    outputs = Outputs()
    data = {"text/plain": "1.0", "text/html": "<b>", "image/png": 3, MARK: {"given": [[1]]}}
    outputs.add({"output_type": "display_data", "data": data})
    outputs.add({"output_type": "display_data", "data": {MARK: {"given": [[[[[]]]]]}}})
    assert [each["data"] for each in outputs.take()] == [{"text/plain": "1.0", MARK: {"given": [[1]]}}, {}]


def test_printed_text_is_cut_and_the_next_cell_starts_anew() -> None:
    outputs = Outputs()
    for _ in range(30):
        outputs.write("stdout", "x" * 10_000)
    assert [len(each["text"]) for each in outputs.take()] == [200_000]
    outputs.write("stdout", "y")
    assert [each["text"] for each in outputs.take()] == ["y"]
