import small_course as small

from kamlab.grading.case import load_case
from kamlab.grading.execute import NbgraderExecutor
from kamlab.grading.pipeline import Settings, grade_batch
from kamlab.grading.roster import Roster
from kamlab.grading.workspace import Workspace


def settings(course, submitted, **changes):
    values = {
        "case": load_case(course, "u01"),
        "submitted": submitted,
        "workspace": Workspace(course / "build" / "nbgrader"),
        "roster": Roster(),
        "secret": small.SECRET,
        "executor": NbgraderExecutor(),
        "workers": 1,
    }
    return Settings(**(values | changes))


def points(row):
    return {each.grade_id: each.points for each in row.result.scores}


def test_a_batch_of_good_partial_and_damaged_work_gets_a_row_each(course, submitted):
    small.hand_in(submitted, "ada", case__ipynb=small.notebook(), answers__json=small.answers())
    small.hand_in(
        submitted,
        "ben",
        case__ipynb=small.notebook(total="    return 7", essay="*Write your advice here.*"),
        answers__json=small.answers("ben", share=1.2, pick="oops"),
    )
    small.hand_in(submitted, "cy", case__ipynb=b"{not json", answers__json=small.answers("cy"))
    batch = grade_batch(settings(course, submitted))
    rows = {row.result.person.id: row for row in batch.rows}
    assert points(rows["ada"]) == {"share": 4.0, "pick": 2.0, "test-total": 4.0, "essay": None}
    assert points(rows["ben"]) == {"share": 2.0, "pick": 0.0, "test-total": 0.0, "essay": 0.0}
    assert set(points(rows["cy"]).values()) == {0.0}
    assert "damaged" in str(rows["cy"].result.fault)
    assert rows["ada"].standing.score == 10.0
    assert rows["ada"].standing.pending
    again = grade_batch(settings(course, submitted))
    assert not any(row.fresh for row in again.rows)
    assert [points(row) for row in again.rows] == [points(row) for row in batch.rows]
