import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from gradebooks import FAULT, config, content, crowd, failed, ids, keys, result
from nbgrader.api import Gradebook
from postgres import Server
from sqlalchemy import create_engine, event, inspect, text

from kamlab.errors import GradingError
from kamlab.grading.book import rows, schema
from kamlab.grading.case import Case
from kamlab.grading.gradebook import open_book
from kamlab.grading.roster import Person
from kamlab.grading.standing import Standing

SILENT = Path("no") / "nbgrader_config.py"  # there is none


def test_a_new_gradebook_holds_the_case_and_nobodys_work(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        assert (book.recorded(), book.standings(), book.standing("ada")) == ({}, {}, None)
        assert book.late_days == 7


def test_what_was_recorded_is_there_when_the_gradebook_is_opened_again(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([result("ada", late=-1), result("ben", share=1.5, essay=0.0, late=1)])
        book.record([failed("cy")])
    with open_book(url, case, SILENT) as book:
        assert book.recorded() == {"ada": "key of ada", "ben": "key of ben", "cy": "key of cy"}
        assert book.standings() == {
            "ada": Standing(10.0, 14.0, 0.0, 0.0, pending=True),
            "ben": Standing(7.5, 14.0, 3600.0, 0.0, pending=False),
            "cy": Standing(0.0, 14.0, 0.0, 0.0, pending=False),
        }
        assert book.standings(["ben", "eve"]) == {"ben": book.standing("ben")}


def test_a_result_that_is_recorded_twice_changes_nothing(url: str, case: Case) -> None:
    results = crowd(30, seed=1)
    with open_book(url, case, SILENT) as book:
        book.record(results)
        before, rows_before = content(url), ids(url)
        book.record(results)
        book.record(list(reversed(results[:7])))
        assert book.recorded() == keys(results)
    assert (content(url), ids(url)) == (before, rows_before)


def test_nothing_to_record_is_no_error(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([])
        assert book.recorded() == {}


def test_results_of_one_trainee_in_one_call_are_refused(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        with pytest.raises(ValueError, match="different trainees"):
            book.record([result("ada"), result("ada", share=0.0)])
        assert book.recorded() == {}


def test_a_batch_larger_than_one_statement_takes_is_recorded_whole(
    url: str, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_AT_ONCE", 7)
    results = crowd(30, seed=2)
    with open_book(url, case, SILENT) as book:
        book.record(results)
        assert book.recorded() == keys(results)
        assert len(book.standings()) == 30


def test_a_batch_that_fails_leaves_nothing_behind(
    url: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_AT_ONCE", 1)
    (tmp_path / "failing_plugin.py").write_text(
        "from nbgrader.plugins import BasePlugin\n"
        "class Failing(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        raise KeyError(student_id)\n"
    )
    settings = config(tmp_path, "c.AssignLatePenalties.plugin_class = 'failing_plugin.Failing'")
    with open_book(url, case, settings) as book:
        before = content(url)
        with pytest.raises(GradingError, match=r"nbgrader_config.py failed for ben \(KeyError: 'ben'\)"):
            book.record([result("ada"), result("ben", late=1)])
        assert content(url) == before
        book.record([result("ada")])
        assert book.recorded() == {"ada": "key of ada"}


def test_a_changed_result_takes_the_place_of_the_old_one(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([failed("ada"), result("ben")])
        rows_before = ids(url)
        book.record([replace(result("ada", late=2), key="another key")])
        assert book.recorded() == {"ada": "another key", "ben": "key of ben"}
        assert book.standing("ada") == Standing(10.0, 14.0, 7200.0, 0.0, pending=True)
    assert ids(url) == rows_before
    assert {row[0] for row in content(url)["comment"]} == {("auto_comment", None)}


def test_what_the_trainer_wrote_survives_a_regrade_and_waits_for_her_review(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([result("ada", late=30), result("ben")])
        with Gradebook(url, "small") as theirs:
            essay = theirs.find_grade("essay", "case", "u01", "ada")
            essay.manual_score, essay.extra_credit, essay.needs_manual_grade = 3.5, 0.5, False
            theirs.find_comment("essay", "case", "u01", "ada").manual_comment = "Well argued."
            theirs.grant_extension("u01", "ada", days=1)
            theirs.update_or_create_student("ben", first_name="Benedikt", email="ben@example.org")
        marked = Standing(
            14.0,
            14.0,
            21_600.0,
            0.0,
            pending=False,
            manual={"essay": 3.5},
            comments={"essay": "Well argued."},
        )
        assert book.standing("ada") == marked
        book.record([replace(result("ada", share=3.0, late=30), key="another key"), result("ben")])
        assert book.standing("ada") == replace(marked, score=13.0, pending=True)
    with Gradebook(url, "small") as theirs:
        ben = theirs.find_student("ben")
        assert (ben.first_name, ben.email) == ("Benedikt", "ben@example.org")
        assert theirs.find_submission("u01", "ada").extension == timedelta(days=1)


def test_a_removed_submission_has_no_key_even_when_it_comes_back_empty(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([result("ada"), result("ben"), result("cy"), result("dan")])
        with Gradebook(url, "small") as theirs:
            theirs.remove_student("ada")
            theirs.remove_submission("u01", "ben")
            theirs.remove_submission_notebook("case", "u01", "cy")
            assert book.recorded() == {"dan": "key of dan"}
            theirs.add_student("ada")
            theirs.add_submission("u01", "ada")
        assert book.recorded() == {"dan": "key of dan"}
        book.record([result("ada"), result("cy")])
        assert book.recorded() == keys([result("ada"), result("cy"), result("dan")])
        assert book.standing("ada") == book.standing("cy") == book.standing("dan")
        assert book.standing("ben") is None


def test_letters_that_no_database_takes_keep_nobody_out(url: str, case: Case) -> None:
    odd = replace(
        failed("ada"),
        person=Person("ada", "A\0da", "L\ud800v" + "x" * 200),
        fault=replace(FAULT, values={"what": "\0\ud800"}),
    )
    with open_book(url, case, SILENT) as book:
        book.record([odd, result("ben")])
    with Gradebook(url, "small") as theirs:
        ada = theirs.find_student("ada")
        assert (ada.first_name, ada.last_name) == ("A\N{REPLACEMENT CHARACTER}da", "L?v" + "x" * 125)
        comment = theirs.find_comment("essay", "case", "u01", "ada").auto_comment
        assert comment == "It is \N{REPLACEMENT CHARACTER}?."


def test_a_failed_submission_has_nought_a_flag_and_the_reason_on_each_cell(url: str, case: Case) -> None:
    with open_book(url, case, SILENT) as book:
        book.record([failed("ada")])
    with Gradebook(url, "small") as theirs:
        notebook = theirs.find_submission_notebook("case", "u01", "ada")
        assert (notebook.flagged, notebook.score, notebook.needs_manual_grade) == (True, 0.0, False)
        assert {each.auto_comment for each in notebook.comments} == {"It is damaged."}


def test_reading_takes_as_many_queries_for_many_trainees_as_for_one(url: str, case: Case) -> None:
    results = crowd(300, seed=3)
    with open_book(url, case, SILENT) as book:
        book.record(results)
        asked: list[str] = []
        event.listen(book.database.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
        every = book.standings()
        for_all, _ = len(asked), asked.clear()
        assert book.standings([each.person.id for each in results]) == every
        for_many, _ = len(asked), asked.clear()
        one = results[17].person.id
        assert book.standings([one]) == {one: every[one]}
        assert for_all == for_many == len(asked) <= 4


def test_units_do_not_mix(url: str, case: Case) -> None:
    other = replace(case, unit="u02")
    with open_book(url, case, SILENT) as book:
        book.record([result("ada"), result("ben")])
    with open_book(url, other, SILENT) as book:
        assert (book.recorded(), book.standings()) == ({}, {})
        book.record([replace(result("ada", share=0.0), key="of the other")])
        assert book.recorded() == {"ada": "of the other"}
    with open_book(url, case, SILENT) as book:
        assert book.recorded() == {"ada": "key of ada", "ben": "key of ben"}
        assert book.standing("ada") == Standing(10.0, 14.0, 0.0, 0.0, pending=True)


def test_the_indexes_that_nbgrader_lacks_are_made_in_its_own_gradebooks_too(url: str, case: Case) -> None:
    Gradebook(url, "small").close()
    for _ in range(2):
        with open_book(url, case, SILENT):
            pass
    engine = create_engine(url)
    found = {
        (table, *index["column_names"])
        for table in inspect(engine).get_table_names()
        for index in inspect(engine).get_indexes(table)
        if str(index["name"]).startswith("kamlab_")
    }
    engine.dispose()
    assert found == {
        (
            *("grade", "notebook_id", "cell_id", "auto_score", "manual_score"),
            *("extra_credit", "needs_manual_grade"),
        ),
        ("comment", "notebook_id"),
        ("submitted_notebook", "assignment_id"),
        ("submitted_assignment", "student_id"),
        ("base_cell", "notebook_id"),
        ("student", "id", "first_name", "last_name", "email"),
    }


def test_postgresql_does_not_compile_the_queries_of_a_gradebooks_pages(server: Server, case: Case) -> None:
    url = server.new_database()
    with open_book(url, case, SILENT):
        pass
    for address, compiles in ((url, "off"), (server.new_database(), "on")):
        engine = create_engine(address)
        with engine.connect() as connection:
            assert connection.scalar(text("SHOW jit")) == compiles
        engine.dispose()


def test_the_database_counts_its_rows_after_many_were_written_also_when_a_kill_kept_it_from_that(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "LARGE", 20)
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"

    def counted() -> set[str]:
        with closing(sqlite3.connect(tmp_path / "gradebook.db")) as link:
            if not link.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchall():
                return set()
            return {table for (table,) in link.execute("SELECT tbl FROM sqlite_stat1")}

    with open_book(url, case, SILENT) as book:
        book.record(crowd(10, seed=4))
    assert counted() == set()
    with open_book(url, case, SILENT) as book:
        book.record(crowd(20, seed=4))
        book._written = 0  # as in a process that was killed
    assert counted() == set()
    with open_book(url, case, SILENT) as book:
        assert counted() > {"grade", "comment", "submitted_notebook", "task_cells"}
        book.record(crowd(20, seed=4))
    assert counted() > {"grade", "comment", "submitted_notebook", "task_cells"}


def test_the_tables_carry_the_version_that_nbgrader_gives_them(url: str, case: Case, tmp_path: Path) -> None:
    stock = f"sqlite:///{tmp_path / 'stock.db'}"
    Gradebook(stock, "small").close()
    with open_book(url, case, SILENT):
        pass
    assert content(url)["alembic_version"] == content(stock, ours=False)["alembic_version"] != []


def test_tables_of_another_version_are_refused_with_the_command_that_helps(url: str, case: Case) -> None:
    with open_book(url, case, SILENT):
        pass
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '50a4d84c131a'"))
    engine.dispose()
    with pytest.raises(GradingError, match="run 'nbgrader db upgrade'"), open_book(url, case, SILENT):
        pass


def test_tables_that_nbgrader_was_stopped_in_making_get_their_version(url: str, case: Case) -> None:
    Gradebook(url, "small").close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(text("DROP TABLE task_cells"))
    engine.dispose()
    with open_book(url, case, SILENT) as book:
        book.record([result()])
    assert len(content(url)["alembic_version"]) == 1
