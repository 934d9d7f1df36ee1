"""Sessions: push and pull, reports, files opened in Python."""
import datetime as dt
import gc

import pytest

import provost
import story

OPTIONS = dict(preset="learners", file="learners.csv", zone="Australia/Melbourne")
WRONG = b"x-1,,Example,2000-02-30,,X,3000,INTOFF,,X1\n"


def import_learners(engine, data, piece=None, **options):
    with engine.session(**{**OPTIONS, **options}) as run:
        pieces = []
        for start in range(0, len(data), piece or len(data)):
            run.feed(memoryview(data)[start:start + (piece or len(data))])
            pieces += run.take()
        summary = run.finish()
        return summary, pieces + list(run.take())


def test_rows_are_counted_and_refused_rows_reported(engine):
    summary, pieces = import_learners(engine, story.learners_csv(10) + WRONG, detail="reason")
    assert (summary.rows, summary.created, summary.rejected) == (11, 10, 1)
    assert summary["rows"] == summary.rows and summary.document.startswith('{"created":10')
    streams = {stream: data for stream, data in pieces}
    assert streams["problems"] == b"learners.csv,12,date.malformed\n"
    assert b"date.malformed" in streams["explanations"]
    with pytest.raises(AttributeError):
        summary.no_such_count


@pytest.mark.parametrize("piece", [1, 7, 4096])
def test_pieces_may_be_cut_anywhere(engine, piece):
    data = story.learners_csv(60) + WRONG
    summary, pieces = import_learners(engine, data, piece)
    journal = engine.journal()
    with provost.open(":memory:", now=story.NOW) as other:
        assert import_learners(other, data)[0] == summary and other.journal() == journal


def test_import_file_opens_the_file_itself(engine, tmp_path):
    (tmp_path / "people.csv").write_bytes(story.learners_csv(5) + WRONG)
    seen = []
    summary = engine.import_file(tmp_path / "people.csv", preset="learners", zone="UTC",
                                 on_chunk=lambda stream, data: seen.append((stream, data)))
    assert summary.created == 5 and seen == [("problems", b"people.csv,7,date.malformed\n")]
    again = engine.import_file(str(tmp_path / "people.csv"), preset="learners", zone="UTC")
    assert (again.unchanged, again.rejected) == (5, 1)
    with pytest.raises(FileNotFoundError):
        engine.import_file(tmp_path / "none.csv", preset="learners", zone="UTC")


def test_a_file_that_can_not_be_read_has_a_place(engine):
    with pytest.raises(provost.InvalidError) as caught:
        import_learners(engine, b"Login,First name\n")
    assert caught.value.code == "file.header"
    with pytest.raises(provost.InvalidError) as caught:
        import_learners(engine, story.learners_csv(1) + b'"open quote')
    assert (caught.value.file, caught.value.line) == ("learners.csv", 3)


def test_an_error_stays_and_a_finished_session_says_so(engine):
    run = engine.session(**OPTIONS)
    run.feed(story.learners_csv(1))
    run.finish()
    for call in (lambda: run.feed(b"x"), run.finish):
        with pytest.raises(provost.InvalidError) as caught:
            call()
        assert caught.value.code == "handle.closed"


@pytest.mark.parametrize("blanks, code", [(0, "document.malformed"), (16 * 2**20, "document.too-large")])
def test_a_document_that_failed_is_not_gone_on_with(engine, blanks, code):
    run = engine.session("organisation", file="organisation.json")
    for call in (lambda: (run.feed(b'{"subjects":[' + b" " * blanks), run.finish()), lambda: run.feed(b"]}"), run.finish):
        with pytest.raises(provost.ProvostError) as caught:
            call()
        assert caught.value.code == code
    assert list(engine.find("subject")) == []


def test_a_document_is_taken_once(engine):
    run = engine.session("organisation", file="organisation.json")
    run.feed(b'{"subjects":[{"code":"SITXFSA005","title":"Use hygienic practices for food safety"}]}')
    assert run.finish().created == 1
    for call in (lambda: run.feed(b" "), run.finish):
        with pytest.raises(provost.InvalidError) as caught:
            call()
        assert caught.value.code == "handle.closed"


@pytest.mark.parametrize("name", ["outbox", "tick", "lms.provision", "learning.update", "organisation"])
def test_what_is_finished_is_finished_once(engine, name):
    run = engine.session(name)
    run.feed(b"{}") if name == "organisation" else list(run.take())
    run.finish()
    with pytest.raises(provost.InvalidError) as caught:
        run.finish()
    assert caught.value.code == "handle.closed"


def test_rows_are_refused_by_what_is_there_now(tmp_path):
    """A batch that wrote nothing does not go on with what it knew."""
    rows = b"late,COOK-1\n" * 2000
    with provost.open(tmp_path / "a.db", now=story.NOW) as one, provost.open(tmp_path / "a.db", now=story.NOW) as other:
        story.define_college(one)
        with one.session(preset="enrolments", file="e.csv", zone="Australia/Melbourne") as run:
            run.feed(b"Login,External Course ID\n" + rows)
            before = b"".join(data for _, data in run.take())
            other.people.define_learner(login="late", family_name="Example", client_id="A2",
                                        birth_date=dt.date(2001, 2, 3))
            run.feed(rows)
            run.finish()
            after = b"".join(data for _, data in run.take())
        assert before.count(b"learner.unknown") == 2000
        assert after.count(b"course.ended") == 2000


def test_what_is_fed_must_be_bytes(engine):
    with engine.session(**OPTIONS) as run:
        for wrong in ("text", 3, None):
            with pytest.raises(TypeError):
                run.feed(wrong)
        run.feed(bytearray(story.learners_csv(1)))


def test_a_session_left_alone_gives_up_what_was_not_committed(engine):
    with engine.session(**OPTIONS) as run:
        run.feed(story.learners_csv(20))
    assert list(engine.find("learner")) == []
    run = engine.session(**OPTIONS)
    run.feed(story.learners_csv(20))
    del run
    gc.collect()
    assert list(engine.find("learner")) == []


def test_sessions_of_one_engine_side_by_side(engine):
    with engine.session(**OPTIONS) as one, engine.session(**OPTIONS) as other:
        one.feed(story.learners_csv(3))
        other.feed(story.learners_csv(4))
        assert one.finish().created == 3
        summary = other.finish()
        assert (summary.unchanged, summary.created) == (3, 1)


def test_exports(engine):
    story.tell(engine)
    with engine.session("enrolments") as run:
        pieces = list(run.take())
        run.finish()
        pieces += run.take()
    assert {stream for stream, _ in pieces} == {"enrolments.csv"}
    with engine.session("statutory", collection_year=2026, submitted_on=dt.date(2026, 6, 30)) as run:
        streams = {stream for stream, _ in run.take()}
        run.finish()
        streams |= {stream for stream, _ in run.take()}
    assert "nat/NAT00120.txt" in streams


def test_a_report_is_gone_through_line_by_line(engine):
    story.tell(engine)
    (line,) = engine.report("participants", course="COOK-1", where=[{"member": "login", "is": "a-learner"}])
    assert (line["course"], line["login"], line["state"]) == ("COOK-1", "a-learner", "passed")
    assert list(engine.report("participants", until=dt.date(2020, 1, 1), zone="UTC")) == []
    with pytest.raises(provost.InvalidError) as error:
        next(engine.report("shoes"))
    assert error.value.code == "choice.unknown"


def test_leaving_the_block_ends_the_run_and_gives_the_lease_back(tmp_path):
    path = tmp_path / "college.db"
    with provost.open(path, now=story.NOW) as one, provost.open(path, now=story.NOW) as other:
        with one.session("lms.courses", worker="w") as run:
            list(run.take())
        with other.session("lms.courses", worker="v") as run:
            list(run.take())


def test_an_older_session_leaves_the_run_alone_that_came_under_its_name():
    with provost.open(":memory:", now=story.NOW) as engine:
        older = engine.session("lms.courses", worker="w", recorded="2026-03-01T00:00:00Z")
        list(older.take())
        newer = engine.session("lms.courses", worker="w", recorded="2026-03-01T00:16:00Z")
        list(newer.take())
        older.close()
        with pytest.raises(provost.ConflictError, match="lease"):
            list(engine.session("lms.courses", worker="other", recorded="2026-03-01T00:17:00Z").take())
        newer.finish()
        assert [run.state for run in engine.find("sync_run")][1] in ("done", "empty")
